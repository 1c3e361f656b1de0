package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.NewVersion;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.StoredContent;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.publishing.PublicationDesk;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.RecordedRequest;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue to Pipedrive, and what people can do about it. */
abstract class PublishingRoom extends DealRoom {

    static final CompanyId ACME = new CompanyId(PipedriveSandbox.ACME);
    static final MemberId CLEO = MemberId.of(PipedriveSandbox.ACME, 1003);
    static final String POST = "POST /files";
    static final String DELETE = "DELETE /files/{id}";

    @Autowired
    Documents store;

    @Autowired
    Publications publications;

    @Autowired
    ContentStore contents;

    @Autowired
    PublicationDesk desk;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    /** A new version becomes the document, as if an editor had handed it over. */
    void change(DocumentId document, MemberId author, String text, Urgency urgency) {
        change(document, author, content(words(text)), urgency);
    }

    void change(DocumentId document, MemberId author, StoredContent content, Urgency urgency) {
        transaction.executeWithoutResult(status -> {
            Document locked = store.lock(document).orElseThrow();
            NewVersion version = new NewVersion(
                    Origin.SAVED, content, Optional.of(author.user()), "Somebody", Optional.empty(), Optional.empty());
            store.add(locked, version, Documents.Effect.HEAD_AND_REVISION, Optional.of(urgency));
        });
    }

    StoredContent content(byte[] bytes) {
        try {
            return contents.store(new ByteArrayInputStream(bytes), bytes.length, bytes.length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static byte[] words(String text) {
        try (XWPFDocument words = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            words.createParagraph().createRun().setText(text);
            words.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void awaitAttention(DocumentId document, String reason) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(document).attention()).isEqualTo(reason));
    }

    /** The queue has nothing to do with the document. */
    void awaitIdle(DocumentId document) {
        await().atMost(PATIENCE).until(() -> !planned(document));
    }

    void dead(MemberId... members) {
        for (MemberId member : members) {
            jdbc.sql("update member_token set dead = true where company_id = ? and user_id = ?")
                    .params(member.company().value(), member.user().value())
                    .update();
        }
    }

    /** The sweep runs now, to its end. */
    void sweep() {
        String done = "select count(*) from scheduled_tasks where task_name = 'publish-sweep' and last_success > ?";
        Timestamp asked =
                jdbc.sql("select clock_timestamp()").query(Timestamp.class).single();
        await().atMost(PATIENCE).until(() -> {
            jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'publish-sweep'"
                            + " and not picked and execution_time > now()")
                    .update();
            return jdbc.sql(done).param(asked).query(Long.class).single() > 0;
        });
    }

    /** What Pipedrive was asked over its interface since this moment's log was forgotten. */
    static List<RecordedRequest> asked(String method) {
        return pipedrive().requests().stream()
                .filter(request -> request.kind() == RecordedRequest.Kind.REST)
                .filter(request -> request.method().equals(method))
                .toList();
    }

    DealFile.State listedState(String name) {
        List<DealFile> lines = listed(name);
        assertThat(lines).hasSize(1);
        return lines.getFirst().state();
    }

    List<String> audited(DocumentId document, AuditEntry.Action action) {
        return audit.of(ACME, document).stream()
                .filter(entry -> entry.action() == action)
                .map(entry -> entry.byName() + ": " + entry.detail())
                .toList();
    }

    static void refused(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
