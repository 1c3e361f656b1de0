package io.dealdocs.documents.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealListing;
import io.dealdocs.documents.TakenNames;
import io.dealdocs.shared.MemberId;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Skeleton;
import io.dealdocs.ui.StateCard;
import io.dealdocs.ui.Trouble;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A deal's documents for one person; reads the list again when it changed, was left for a while, or got a document. */
final class DealPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 3;
    private static final double LONG_AWAY_MILLIS = 30_000;

    private final PanelDesk desk;
    private final FramedView.Frame frame;
    private final MemberId member;
    private final WaysOut waysOut;
    private final Button newDocument;
    private final Notice notice = new Notice();
    private final DealFilesList list;
    private final ReadLines lines = new ReadLines();
    private final ListReader reader;
    private final ListTools tools;
    private final UndoLines undoLines;
    private final Div place = new Div();
    private final Div listPart;
    private @Nullable DetailsPage details;
    private Registration changes = () -> {};
    private Registration visible = () -> {};
    private boolean shown;

    DealPanel(PanelDesk desk, FramedView.Frame frame) {
        this.desk = desk;
        this.frame = frame;
        member = frame.member().id();
        Sentences sentences =
                new Sentences(frame.member().locale(), frame.member().timeZone());
        waysOut = new WaysOut(frame.host(), sentences);
        DealFileDeeds deeds = new DealFileDeeds(desk, frame, sentences, waysOut, notice, this::deleted, this::reload);
        reader = new ListReader(desk, frame, lines, new ListReader.Outcome(this::arrived, this::show, this::failed));
        tools = new ListTools(_ -> show());
        undoLines = new UndoLines(desk, frame.ui(), sentences, deeds::undo);
        list = new DealFilesList(
                sentences,
                new DealFilesList.Deeds(deeds::open, deeds::download, deeds::confirmDelete, this::showDetails),
                reader::readOn);
        newDocument = createButton();
        place.add(new Skeleton(ROWS, getTranslation("panel.loading")));
        listPart = new Div(newDocument, notice, undoLines, tools, place);
        listPart.addClassName("dd-panel");
        getContent().add(listPart);
    }

    private Button createButton() {
        Button button = new Button(getTranslation("panel.new"), Icon.PLUS.create(), _ -> openNewDocument());
        button.setId("new-document");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClassName("dd-new");
        return button;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        changes = desk.changes()
                .listen(PanelDesk.change(member, frame.deal()), () -> Background.back(frame.ui(), this::reload));
        visible = frame.host().addVisibleListener(back -> {
            if (back.getHiddenMillis() > LONG_AWAY_MILLIS) {
                reload();
            }
        });
        reload();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        changes.remove();
        visible.remove();
    }

    private void reload() {
        if (details == null) {
            reader.reload();
        } else {
            // The list is read again when the person comes back to it.
            details.look();
        }
    }

    private void showDetails(DealFile file) {
        details = new DetailsPage(desk, frame, waysOut, file, this::backToList);
        listPart.setVisible(false);
        getContent().add(details);
    }

    private void backToList() {
        if (details != null) {
            details.removeFromParent();
            details = null;
        }
        listPart.setVisible(true);
        reload();
    }

    private void arrived(DealListing listing) {
        shown = true;
        newDocument.setVisible(true);
        listing.remembered().ifPresentOrElse(known -> waysOut.tell(known, notice, this::reload), notice::clear);
        show();
    }

    private void show() {
        ListChoice choice = tools.choice();
        List<DealFile> chosen = choice.of(lines.all(), frame.member().locale());
        list.show(chosen);
        tools.offer(lines);
        Component wanted = chosen.isEmpty() ? nothing(choice) : list;
        if (!wanted.isAttached()) {
            place.removeAll();
            place.add(wanted);
        }
        if (choice.needsAll() && !lines.complete()) {
            reader.readAll();
        }
    }

    private Component nothing(ListChoice choice) {
        return choice.search().isBlank()
                ? emptyCard()
                : new NothingFound(choice.search().strip(), lines.complete());
    }

    private StateCard emptyCard() {
        return new StateCard(Icon.DOCUMENTS, getTranslation("panel.empty.title"), getTranslation("panel.empty.text"))
                .named("empty-deal");
    }

    private void failed(Trouble trouble) {
        if (!shown || WaysOut.ends(trouble)) {
            shown = false;
            newDocument.setVisible(false);
            tools.setVisible(false);
            notice.clear();
            place.removeAll();
            place.add(waysOut.card(trouble, this::reload));
        } else {
            waysOut.tell(trouble, notice, this::reload);
        }
    }

    private void deleted(PanelDesk.Deleted gone) {
        if (lines.remove(gone.file().ref())) {
            show();
        }
        undoLines.show(gone);
        reload();
    }

    private void openNewDocument() {
        String modal = desk.properties().createModalId();
        if (frame.host().isHosted() && !modal.isBlank()) {
            frame.host().openModal(modal, Map.of("deal", frame.deal().toString()), this::reload, this::openDialog);
        } else {
            openDialog();
        }
    }

    private void openDialog() {
        NewDocumentDialog dialog = new NewDocumentDialog();
        NewDocumentTabs tabs = desk.newDocuments().tabs(frame, finished -> {
            finished.tell(frame.host());
            dialog.close();
            reload();
        });
        tabs.know(TakenNames.of(lines.all()));
        dialog.show(tabs);
    }
}
