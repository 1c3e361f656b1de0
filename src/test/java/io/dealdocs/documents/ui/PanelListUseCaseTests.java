package io.dealdocs.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.dom.Element;
import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.TestWindow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person looks for a document among many. */
class PanelListUseCaseTests {

    private static final String PANEL = "panel?resource=deal&selectedIds=3&id=frame-1&token=ada";

    private final DocumentPages pages = new DocumentPages(PanelView.class, "modal-1");

    @AfterEach
    void close() {
        pages.close();
    }

    private void holds(String... names) {
        pages.documents.holds(IntStream.range(0, names.length)
                .mapToObj(at -> FakeDealDocuments.file("d" + at, names[at], DealFile.Opening.EDIT))
                .toArray(DealFile[]::new));
    }

    private void holdsMany(int count) {
        holds(IntStream.rangeClosed(1, count)
                .mapToObj(at -> "Offer " + at + ".docx")
                .toArray(String[]::new));
    }

    /** What the browser draws when it has scrolled to there. */
    @SuppressWarnings("unchecked")
    private static List<String> scrolled(TestWindow window, int offset, int limit) {
        VirtualList<DealFile> list = window.find(VirtualList.class).single();
        List<String> names = list.getDataProvider()
                .fetch(new Query<>(offset, limit, List.of(), null, null))
                .map(DealFile::name)
                .toList();
        window.settle();
        return names;
    }

    private static int size(TestWindow window) {
        VirtualList<?> list = window.find(VirtualList.class).single();
        return list.getDataProvider().size(new Query<>());
    }

    private static void type(TestWindow window, String text) {
        window.find(TextField.class).single().setValue(text);
        window.settle();
    }

    private static void order(TestWindow window, String order) {
        Element tools = window.find(ListTools.class).single().getElement();
        tools.getChildren()
                .filter(part -> part.getTag().equals("select"))
                .forEach(select -> select.setProperty("value", order));
        window.settle();
    }

    @Test
    void readsOnOnlyWhenSomebodyScrollsTowardsTheEnd() {
        holdsMany(230);
        TestWindow window = pages.open(PANEL);
        scrolled(window, 0, 30);
        assertThat(pages.documents.done).containsExactly("list 7:1 3");
        assertThat(size(window)).isEqualTo(100);

        scrolled(window, 60, 40);
        assertThat(size(window)).isEqualTo(200);
        scrolled(window, 180, 20);
        assertThat(scrolled(window, 200, 30)).hasSize(30).doesNotHaveDuplicates();

        assertThat(pages.documents.done).containsExactly("list 7:1 3", "further 7:1 3 100", "further 7:1 3 200");
    }

    @Test
    void keepsWhatWasReadWhenReadingOnFailsAndReadsOnLater() {
        holdsMany(150);
        TestWindow window = pages.open(PANEL);

        pages.documents.refuse(Refusal.Reason.PIPEDRIVE_SILENT);
        scrolled(window, 60, 40);
        assertThat(window.text()).contains("Pipedrive does not answer at the moment");
        assertThat(size(window)).isEqualTo(100);
        pages.documents.relent();
        scrolled(window, 61, 39);

        assertThat(size(window)).isEqualTo(150);
    }

    @Test
    void findsANameWhateverItsCaseAndAccents() {
        holds("Angebot für Müller.docx", "Offer.docx", "Résumé.docx", "a.docx", "b.docx", "c.docx", "d.docx", "e.docx");
        TestWindow window = pages.open(PANEL);

        type(window, "MULLER");
        assertThat(scrolled(window, 0, 50)).containsExactly("Angebot für Müller.docx");
        type(window, " resume ");
        assertThat(scrolled(window, 0, 50)).containsExactly("Résumé.docx");
        type(window, "nobody");

        assertThat(window.text()).contains("No document’s name has “nobody” in it.");
        type(window, "");
        assertThat(size(window)).isEqualTo(8);
    }

    @Test
    void looksAmongEveryFileNotOnlyTheNewest() {
        holdsMany(230);
        TestWindow window = pages.open(PANEL);

        type(window, "Offer 229");

        assertThat(scrolled(window, 0, 50)).containsExactly("Offer 229.docx");
        assertThat(pages.documents.done).containsExactly("list 7:1 3", "list 7:1 3 50");
    }

    @Test
    void ordersByNameAsAPersonCounts() {
        holds("Offer 10.docx", "offer 2.docx", "Äpfel.docx", "Zebra.docx", "b.docx", "c.docx", "d.docx", "e.docx");
        TestWindow window = pages.open(PANEL);

        order(window, "NAME");

        assertThat(scrolled(window, 0, 50))
                .containsExactly(
                        "Äpfel.docx",
                        "b.docx",
                        "c.docx",
                        "d.docx",
                        "e.docx",
                        "offer 2.docx",
                        "Offer 10.docx",
                        "Zebra.docx");
    }

    @Test
    void offersNoToolsWhereAllIsSeenAtAGlance() {
        holdsMany(7);
        TestWindow few = pages.open(PANEL);
        assertThat(few.find(TextField.class).exists()).isFalse();

        holdsMany(8);
        TestWindow many = pages.open(PANEL);

        assertThat(many.find(TextField.class).exists()).isTrue();
    }
}
