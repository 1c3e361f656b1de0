package io.dealdocs.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DeletionId;
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
import java.util.regex.Pattern;

/**
 * What Acme has and nobody else may see, each marked so that it is recognised wherever it turns up; and the document of
 * Globex that the attackers work from.
 */
final class Booty {

    static final String DOCS_SECRET = "canary-docs-secret-of-acme-long-enough";

    // Names and titles that only people of Acme know.
    private static final List<String> ACMES =
            List.of("Ada Lind", "Ben Vogt", "Acme Oy", "Board room renewal", "Spare parts subscription");
    private static final List<String> ADAS = List.of("Board room renewal");
    // Pipedrive's tokens and codes as the stand-in makes them, and links that are as good as a file.
    private static final Pattern NOBODYS =
            Pattern.compile("v1u:[\\w-]{40}|[0-9]+:[0-9]+:[0-9a-f]{40}|[0-9]+\\.[0-9]+\\.[0-9a-f]{40}|X-Amz-Signature");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Scene scene;
    private DocumentId secret = DocumentId.random();
    private DocumentId note = DocumentId.random();
    private DocumentId shared = DocumentId.random();
    private DocumentId globexs = DocumentId.random();
    private final DocumentId waiting = DocumentId.random();
    private final DocumentId deleted = DocumentId.random();
    private final DeletionId deletion = DeletionId.random();

    private Booty(Scene scene) {
        this.scene = scene;
    }

    static Booty lay(Scene scene) {
        Booty booty = new Booty(scene);
        booty.secret = booty.upload(Scene.ADA, Scene.PRIVATE, booty.secretName(), booty.secretBytes());
        booty.note = booty.upload(
                Scene.ADA,
                Scene.PRIVATE,
                "canary-note-" + booty.mark + ".txt",
                booty.words().getBytes(UTF_8));
        booty.shared = booty.upload(Scene.ADA, Scene.SHARED, booty.sharedName(), OfficeFile.of(booty.sharedWords()));
        booty.globexs = booty.upload(Scene.GUS, Scene.PRIVATE, booty.globexName(), OfficeFile.of("nothing special"));
        for (DocumentId document : booty.all()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> booty.published(document));
        }
        booty.layCopies();
        return booty;
    }

    // Copies of the secret: one that Pipedrive has refused, so that no file there vouches for it, and one whose
    // deletion
    // can still be taken back.
    private void layCopies() {
        layCopy(waiting, "canary-waiting-" + mark + ".docx", "FORBIDDEN");
        layCopy(deleted, "canary-deleted-" + mark + ".docx", "");
        scene.jdbc()
                .sql("update document set deleted_at = now() where id = ?")
                .param(deleted.value())
                .update();
        scene.jdbc()
                .sql("insert into deletion (id, document_id, company_id, user_id, deal_id, requested_at)"
                        + " values (?, ?, ?, ?, ?, now())")
                .params(
                        deletion.value(),
                        deleted.value(),
                        Scene.ADA.company().value(),
                        Scene.ADA.user().value(),
                        Scene.PRIVATE.value())
                .update();
    }

    private void layCopy(DocumentId id, String name, String attention) {
        scene.jdbc()
                .sql("""
                    insert into document (id, company_id, subject_kind, subject_id, name, head, last_version, attention,
                                          created_by, created_at)
                    select :id, company_id, subject_kind, subject_id, :name, head, last_version, nullif(:attention, ''),
                           created_by, created_at
                      from document where id = :secret
                    """)
                .param("id", id.value())
                .param("name", name)
                .param("attention", attention)
                .param("secret", secret.value())
                .update();
        scene.jdbc()
                .sql("""
                    insert into version (document_id, number, origin, content_id, size, sha256, author_id, author_name,
                                         created_at)
                    select :id, number, origin, content_id, size, sha256, author_id, author_name, created_at
                      from version where document_id = :secret
                    """)
                .param("id", id.value())
                .param("secret", secret.value())
                .update();
    }

    /** Takes away what no person has made. */
    void clear() {
        scene.jdbc()
                .sql("delete from document where id in (:copies)")
                .param("copies", List.of(waiting.value(), deleted.value()))
                .update();
    }

    private List<DocumentId> all() {
        return List.of(secret, note, shared, globexs);
    }

    private DocumentId upload(MemberId member, DealId deal, String name, byte[] bytes) {
        try {
            return scene.documents().upload(member, deal, name, bytes.length, new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean published(DocumentId document) {
        return scene.jdbc()
                .sql("select head = published and not exists (select 1 from scheduled_tasks where task_instance = :id)"
                        + " from document where cast(id as text) = :id")
                .param("id", document.toString())
                .query(Boolean.class)
                .single();
    }

    /** In Ada's private deal. */
    DocumentId secret() {
        return secret;
    }

    /** A text that is only looked at, in Ada's private deal. */
    DocumentId note() {
        return note;
    }

    /** In Ada's private deal as well, but not at Pipedrive. */
    DocumentId waiting() {
        return waiting;
    }

    /** In Ada's private deal until she deleted it, which can be taken back by this. */
    DocumentId deleted() {
        return deleted;
    }

    DeletionId deletion() {
        return deletion;
    }

    /** In a deal that everybody of Acme sees. */
    DocumentId shared() {
        return shared;
    }

    /** The attackers' own. */
    DocumentId globexs() {
        return globexs;
    }

    /** The documents of Acme. */
    List<DocumentId> acmes() {
        return List.of(secret, note, shared);
    }

    String secretName() {
        return "canary-secret-" + mark + ".docx";
    }

    String sharedName() {
        return "canary-shared-" + mark + ".docx";
    }

    String globexName() {
        return "globex-" + mark + ".docx";
    }

    /** What is written in the secret documents. */
    String words() {
        return "canary words of ada " + mark;
    }

    private String sharedWords() {
        return "canary words of acme " + mark;
    }

    byte[] secretBytes() {
        return OfficeFile.of(words());
    }

    static DealFile.Ref ref(DocumentId document) {
        return DealFile.Ref.of(document);
    }

    /** The file that carries the secret document at Pipedrive. */
    SandboxFile secretFile() {
        return scene.pipedrive().files(PipedriveSandbox.ACME, Scene.PRIVATE.value()).stream()
                .filter(file -> file.name().equals(secretName()))
                .findFirst()
                .orElseThrow();
    }

    /** Fails where somebody was told what is not for them. */
    void requireUnseen(List<String> answers, Suspect suspect) {
        for (String answer : answers) {
            secrets().forEach(secret -> unseen(answer, secret));
            assertThat(NOBODYS.matcher(answer).find())
                    .as("a token or a signed link in " + shortened(answer))
                    .isFalse();
            switch (suspect) {
                case STRANGER, STRANGER_BESIDE_ADA -> {
                    ACMES.forEach(word -> unseen(answer, word));
                    List.of(secretName(), sharedName(), "canary").forEach(word -> unseen(answer, word));
                }
                case COLLEAGUE -> {
                    ADAS.forEach(word -> unseen(answer, word));
                    List.of(secretName(), words(), "canary-note", "canary-waiting", "canary-deleted")
                            .forEach(word -> unseen(answer, word));
                }
                case VICTIM -> {}
            }
        }
    }

    /** What nobody is told, whoever they are. */
    List<String> secrets() {
        return List.of(
                DOCS_SECRET,
                scene.operatorsDocs().secret(),
                scene.globexDocs().secret(),
                scene.pipedrive().app().clientSecret(),
                scene.pipedrive().app().extensionSecret());
    }

    private static void unseen(String answer, String word) {
        assertThat(answer.contains(word))
                .as("<%s> was seen in %s", word, shortened(answer))
                .isFalse();
    }

    private static String shortened(String answer) {
        return answer.substring(0, Math.min(300, answer.length()));
    }
}
