package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Component;
import io.dealdocs.access.Capabilities;
import io.dealdocs.access.SignIn;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.installation.InstallationProperties;
import io.dealdocs.installation.MasterKey;
import io.dealdocs.ui.FakeEditorSessions;
import io.dealdocs.ui.FakeSignIn;
import io.dealdocs.ui.TestPages;
import io.dealdocs.ui.TestWindow;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;

/** The panel or the window for new documents over fakes. */
final class DocumentPages implements AutoCloseable {

    final FakeSignIn signIn = new FakeSignIn();
    final FakeDealDocuments documents = new FakeDealDocuments();
    final FakeDetails details = new FakeDetails();
    final FakeEditorSessions sessions = new FakeEditorSessions();
    final TestPages pages;

    DocumentPages(Class<? extends Component> view, String modalId) {
        pages = new TestPages(view, beans -> {
            beans.registerBean(SignIn.class, () -> signIn);
            beans.registerBean(DealDocuments.class, () -> documents);
            beans.registerBean(FakeDetails.class, () -> details);
            beans.registerBean(EditorSessions.class, () -> sessions);
            beans.registerBean(PanelProperties.class, () -> new PanelProperties(modalId));
            beans.registerBean(
                    InstallationProperties.class,
                    () -> new InstallationProperties(
                            URI.create("https://app.example"),
                            Base64.getEncoder().encodeToString(new byte[32]),
                            URI.create("https://source.example/")));
            beans.registerBean(Clock.class, Clock::systemUTC);
            beans.registerBean(MasterKey.class);
            beans.registerBean(Capabilities.class);
            beans.registerBean(DownloadAddresses.class);
            beans.registerBean(DealChanges.class);
            beans.registerBean(NewDocumentDesk.class);
            beans.registerBean(PanelDesk.class);
        });
    }

    /** A new browser at an address. */
    TestWindow open(String address) {
        return pages.window().open(address);
    }

    @Override
    public void close() {
        pages.close();
    }
}
