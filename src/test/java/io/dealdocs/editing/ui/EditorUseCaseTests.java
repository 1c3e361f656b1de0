package io.dealdocs.editing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.access.SignIn;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.editing.GoneFiles;
import io.dealdocs.editor.DocumentEditor;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.FakeEditorSessions;
import io.dealdocs.ui.FakeSignIn;
import io.dealdocs.ui.TestPages;
import io.dealdocs.ui.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person opens, edits and leaves a document. */
class EditorUseCaseTests {

    private static final String ID = "5a4e2b1c-0000-4000-8000-000000000001";
    private static final String ADDRESS = "documents/" + ID;

    private final FakeSignIn signIn = new FakeSignIn();
    private final FakeEditorSessions sessions = new FakeEditorSessions();
    private final TestPages pages = new TestPages(EditorView.class, beans -> {
        beans.registerBean(SignIn.class, () -> signIn);
        beans.registerBean(EditorSessions.class, () -> sessions);
        beans.registerBean(GoneFiles.class, FakeGoneFiles::new);
        beans.registerBean(EditorNews.class);
        beans.registerBean(EditorDesk.class);
    });

    @BeforeEach
    void giveTickets() {
        signIn.ticket("ada-once", FakeSignIn.ADA);
        signIn.ticket("ben-once", FakeSignIn.BEN);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private TestWindow open(String query) {
        return pages.window().open(ADDRESS + query);
    }

    private static DocumentEditor editor(TestWindow window) {
        return window.find(DocumentEditor.class).single();
    }

    private static void ready(TestWindow window, boolean viewOnly) {
        ComponentUtil.fireEvent(editor(window), new DocumentEditor.Ready(editor(window), true, viewOnly));
        window.settle();
    }

    private static void fail(TestWindow window, int code, boolean loaded) {
        ComponentUtil.fireEvent(
                editor(window), new DocumentEditor.Failed(editor(window), true, code, "their words", loaded));
        window.settle();
    }

    @Test
    void opensTheDocumentWithATicketAndForgetsTheTicket() {
        TestWindow window = open("?ticket=ada-once&theme=dark");

        assertThat(sessions.done()).containsExactly("launch 7:1 " + ID + " dark");
        assertThat(window.lastCall("open")).contains("https://docs.example/api.js", "\"k1\"");
        assertThat(window.everythingAsked()).contains("[null, " + ADDRESS + "?theme=dark");
        assertThat(window.text()).contains("Opening document…");
        ready(window, false);
        assertThat(window.text()).isBlank();
    }

    @Test
    void letsAnEarlierSignInOpenTheDocument() {
        signIn.signedIn(FakeSignIn.BEN);

        open("");

        // The file may hang on another deal since the link was made.
        assertThat(sessions.done()).containsExactly("follow 7:2 " + ID, "launch 7:2 " + ID);
    }

    @Test
    void showsOneVersionAndSaysSo() {
        TestWindow window = open("?ticket=ada-once&version=3");

        assertThat(sessions.done()).contains("show 3");
        ready(window, true);
        assertThat(window.text()).contains("You look at one version of this document");
    }

    @Test
    void sendsAStrangerThroughSignInToTheSameDocument() {
        TestWindow window = open("?ticket=used-up");

        assertThat(window.context().getExternalNavigationURL())
                .isEqualTo("/oauth2/authorization/pipedrive?continue=/documents/" + ID);
        assertThat(sessions.done()).isEmpty();
    }

    @Test
    void saysSoWhereTheAddressIsNoDocument() {
        TestWindow window = pages.window().open("documents/nonsense");

        assertThat(window.text()).contains("There is nothing at this address");
    }

    @Test
    void keepsTwoMembersInTwoWindowsOfOneBrowserApart() {
        TestWindow ada = open("?ticket=ada-once");
        TestWindow ben = pages.window(ada.context()).open(ADDRESS + "?ticket=ben-once");

        again(ada);
        again(ben);

        assertThat(sessions.done())
                .containsExactly("launch 7:1 " + ID, "launch 7:2 " + ID, "launch 7:1 " + ID, "launch 7:2 " + ID);
        assertThat(CurrentMember.of(ada.context().getUI())).contains(FakeSignIn.ADA);
    }

    private static void again(TestWindow window) {
        window.activate();
        ComponentUtil.fireEvent(editor(window), new DocumentEditor.ConfigWanted(editor(window), true));
        window.settle();
    }

    @Test
    void tellsARefusalAndTriesAgain() {
        sessions.refuse(Refusal.Reason.DOCS_MISSING);
        TestWindow window = open("?ticket=ada-once");
        assertThat(window.text()).contains("No document server is set up yet. Ask an administrator");

        sessions.relent();
        window.context()
                .test(window.find(Button.class).withTestId("try-again").single())
                .click();
        window.settle();

        assertThat(window.calls("open")).hasSize(1);
    }

    @Test
    void saysWhatToDoWhenTheDocsServerDoesNotAnswer() {
        TestWindow admin = open("?ticket=ada-once");
        unreachable(admin);
        assertThat(admin.text()).contains("The document server does not answer", "Check its address", "Open settings");

        TestWindow other = open("?ticket=ben-once");
        unreachable(other);

        assertThat(other.text())
                .contains("O servidor de documentos não responde", "peça a um administrador")
                .doesNotContain("Abrir configurações");
    }

    private static void unreachable(TestWindow window) {
        ComponentUtil.fireEvent(editor(window), new DocumentEditor.ScriptUnreachable(editor(window), true));
        window.settle();
    }

    @ParameterizedTest
    @CsvSource({
        "-4, could not fetch the document",
        "-20, refused the signature",
        "-21, open for too long",
        "-22, All seats",
        "-23, may no longer do this",
        "-82, cannot read this file",
        "-85, cannot read this file",
        "-331, tries again",
        "-1, could not go on"
    })
    void tellsInWordsWhyTheEditorGaveUp(int code, String words) {
        TestWindow window = open("?ticket=ada-once");

        fail(window, code, false);

        assertThat(window.text()).contains(words, "Editor error " + code).doesNotContain("their words");
    }

    @Test
    void leavesAnOpenDocumentInSightWhenSomethingFails() {
        TestWindow window = open("?ticket=ada-once");
        ready(window, false);

        fail(window, -331, true);
        assertThat(window.text())
                .contains("It keeps your changes and tries again")
                .doesNotContain("cannot be opened");
    }

    @Test
    void passesOverWhatTheEditorTellsByItself() {
        TestWindow window = open("?ticket=ada-once");
        ready(window, false);

        fail(window, -18, true);
        fail(window, -455, true);

        assertThat(window.text()).isBlank();
    }

    @Test
    void tellsWhenAllEditingSeatsAreTaken() {
        TestWindow window = open("?ticket=ada-once");

        ready(window, true);

        assertThat(window.text()).contains("opened this document for reading only");
    }

    @Test
    void goesOnUnderANewKeyWhenTheOldOneIsUsedUp() {
        TestWindow window = open("?ticket=ada-once");
        ready(window, false);

        again(window);

        assertThat(window.lastCall("refresh")).contains("\"k2\"");
        assertThat(window.calls("open")).hasSize(1);
    }

    @Test
    void leadsBackToTheDealWhenThePersonCloses() {
        TestWindow window = open("?ticket=ada-once");
        ready(window, false);

        ComponentUtil.fireEvent(editor(window), new DocumentEditor.CloseRequested(editor(window), true));
        window.settle();

        assertThat(window.lastCall("leave")).contains("https://acme.example/deal/3");
        assertThat(editor(window).getElement().getProperty("wayBack")).isEqualTo("https://acme.example/deal/3");
    }
}
