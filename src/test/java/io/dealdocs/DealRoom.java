package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.docs.OpenRefusedException;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Deals with people in them: what tests of opening, saving and publishing do again and again. */
abstract class DealRoom extends WholeApplication {

    static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    static final MemberId BEN = MemberId.of(PipedriveSandbox.ACME, 1002);
    static final MemberId GUS = MemberId.of(PipedriveSandbox.GLOBEX, 1001);
    static final MemberId GINA = MemberId.of(PipedriveSandbox.GLOBEX, 1000);

    /** Everybody's at Acme, and empty at first. */
    static final DealId DEAL = new DealId(5);

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    DealDocuments documents;

    @Autowired
    EditorSessions sessions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        // Tests click faster than people do.
        pipedrive().faults().burst(100_000);
        connect(ADA, BEN, GUS);
    }

    void connect(MemberId... members) {
        for (MemberId member : members) {
            long living = jdbc.sql(
                            "select count(*) from member_token where company_id = ? and user_id = ? and not dead")
                    .params(member.company().value(), member.user().value())
                    .query(Long.class)
                    .single();
            if (living == 0) {
                Consent.give(
                        app(),
                        pipedrive(),
                        member.company().value(),
                        member.user().value());
            }
        }
    }

    @AfterEach
    void allIsWellAgain() {
        pipedrive().faults().clear();
        docs().faults().clear();
        jdbc.sql("delete from publishing_pause").update();
    }

    /** A name that no other test has used. */
    static String fresh(String title) {
        return title + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A text document that Ada made, and that Pipedrive has. */
    DocumentId inPipedrive(String title) {
        DocumentId id = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, title);
        awaitPublished(id);
        return id;
    }

    void awaitPublished(DocumentId id) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(state(id).published()).isEqualTo(state(id).head());
            assertThat(superseded(id)).isZero();
            assertThat(planned(id)).isFalse();
        });
    }

    private long superseded(DocumentId id) {
        return jdbc.sql("select count(*) from publication where document_id = ? and removal = 'due'")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /** Whether the document has something to do at Pipedrive, now or later. */
    boolean planned(DocumentId id) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'publish' and task_instance = ?")
                        .param(id.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A document's row. */
    record Row(int head, int published, long revision, String attention) {}

    Row state(DocumentId id) {
        return jdbc.sql("select coalesce(head, 0) head, coalesce(published, 0) published, revision,"
                        + " coalesce(attention, '') attention from document where id = ?")
                .param(id.value())
                .query(Row.class)
                .single();
    }

    /** Where its versions come from, in order. */
    List<String> origins(DocumentId id) {
        return jdbc.sql("select origin from version where document_id = ? order by number")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    HeadlessEditor open(MemberId member, DocumentId document) throws OpenRefusedException {
        return docs().open(config(member, document));
    }

    JsonNode config(MemberId member, DocumentId document) {
        return JSON.readTree(sessions.launch(member, document, false).config());
    }

    /** One person comes, adds a paragraph, and leaves. */
    void write(MemberId member, DocumentId document, String text) throws OpenRefusedException {
        try (HeadlessEditor editor = open(member, document)) {
            editor.addParagraph(text);
        }
    }

    /** Writes and waits until it is stored here. */
    void save(MemberId member, DocumentId document, String text) throws OpenRefusedException {
        int before = origins(document).size();
        write(member, document, text);
        await().atMost(PATIENCE).until(() -> origins(document).size() > before);
    }

    /** The same, with something that happens before the editor is closed. */
    void save(MemberId member, DocumentId document, String text, Runnable meanwhile) throws OpenRefusedException {
        int before = origins(document).size();
        try (HeadlessEditor editor = open(member, document)) {
            editor.addParagraph(text);
            meanwhile.run();
        }
        await().atMost(PATIENCE).until(() -> origins(document).size() > before);
    }

    /** How the uploads of a document ended, oldest first. */
    List<String> outcomes(DocumentId document) {
        return jdbc.sql("select coalesce(outcome, '') from publication_attempt where document_id = ? order by id")
                .param(document.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Whether an upload is under way, as far as we know. */
    boolean unresolved(DocumentId document) {
        return outcomes(document).contains("");
    }

    /** The files of this name in the deal, as Pipedrive's own pages show them. */
    static List<SandboxFile> named(String name) {
        return named(DEAL, name);
    }

    static List<SandboxFile> named(DealId deal, String name) {
        return pipedrive().files(PipedriveSandbox.ACME, deal.value()).stream()
                .filter(file -> file.name().equals(name))
                .toList();
    }

    static SandboxFile only(String name) {
        List<SandboxFile> files = named(name);
        assertThat(files).as("files named " + name).hasSize(1);
        return files.getFirst();
    }

    List<DealFile> listed(String name) {
        return documents.list(ADA, DEAL).files().stream()
                .filter(file -> file.name().equals(name))
                .toList();
    }

    static String text(SandboxFile file) {
        return text(file.bytes());
    }

    static String text(byte[] file) {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return words.getText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
