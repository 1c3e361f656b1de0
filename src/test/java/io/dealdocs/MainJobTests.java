package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.ObjectMapper;

/** The main job without a browser: connect, create, edit together, find it saved in the deal once. */
class MainJobTests extends WholeApplication {

    private static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    private static final MemberId BEN = MemberId.of(PipedriveSandbox.ACME, 1002);
    private static final DealId DEAL = new DealId(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private DealDocuments documents;

    @Autowired
    private EditorSessions sessions;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void connect() {
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1001);
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1002);
    }

    @Test
    void consentLeadsToTheSettingsPageInPipedrive() {
        assertThat(Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1001))
                .isEqualTo(pipedrive().acme() + "/settings/marketplace/app/sandbox-client-id/app-settings");
    }

    @Test
    void aCreatedDocumentIsInTheDealAndSavedTextReplacesItOnce() throws Exception {
        DocumentId offer = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, "Offer A");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(named("Offer A.docx")).hasSize(1));
        long blank = named("Offer A.docx").getFirst().id();

        try (HeadlessEditor ada = open(ADA, offer);
                HeadlessEditor ben = open(BEN, offer)) {
            ada.addParagraph("from Ada");
            ben.addParagraph("from Ben");
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(named("Offer A.docx")).hasSize(1);
            assertThat(named("Offer A.docx").getFirst().id()).isNotEqualTo(blank);
        });
        assertThat(text(named("Offer A.docx").getFirst())).contains("from Ada", "from Ben");
        assertThat(list("Offer A.docx")).hasSize(1);
        try (HeadlessEditor again = open(ADA, offer)) {
            assertThat(again.texts().values()).contains("from Ada", "from Ben");
        }
    }

    private HeadlessEditor open(MemberId member, DocumentId document) throws Exception {
        return docs().open(
                        json.readTree(sessions.launch(member, document, false).config()));
    }

    private List<SandboxFile> named(String name) {
        return pipedrive().files(PipedriveSandbox.ACME, DEAL.value()).stream()
                .filter(file -> file.name().equals(name))
                .toList();
    }

    private List<DealFile> list(String name) {
        return documents.list(ADA, DEAL).files().stream()
                .filter(file -> file.name().equals(name))
                .toList();
    }

    private static String text(SandboxFile file) throws IOException {
        try (XWPFWordExtractor words =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file.bytes())))) {
            return words.getText();
        }
    }
}
