package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DeletionId;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.beans.factory.annotation.Autowired;

/** Deletions, and what becomes of them when their time is over. */
abstract class DeletionRoom extends SavingRoom {

    static final String DELETE = "DELETE /files/{id}";

    @Autowired
    AuditTrail audit;

    DeletionId delete(DocumentId document) {
        return documents.delete(ADA, DEAL, Ref.of(document), false);
    }

    /** The time to take a deletion back, or to wait before it is tried again, is over. */
    void hasten(DocumentId document) {
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'delete' and not picked"
                        + " and execution_time > now()"
                        + " and task_instance in (select id::text from deletion where document_id = ?)")
                .param(document.value())
                .update();
    }

    void awaitDone(DocumentId document) {
        await().atMost(PATIENCE).until(() -> {
            hasten(document);
            return deletions(document) == 0;
        });
    }

    long deletions(DocumentId document) {
        return jdbc.sql("select count(*) from deletion where document_id = ?")
                .param(document.value())
                .query(Long.class)
                .single();
    }

    /** Its time is over, and it shows again. */
    void awaitBack(DocumentId document, String name) {
        await().atMost(PATIENCE).until(() -> {
            hasten(document);
            return !listed(name).isEmpty();
        });
    }

    void awaitBegun(DocumentId document) {
        await().atMost(PATIENCE).until(() -> {
            hasten(document);
            return begun(document);
        });
    }

    boolean begun(DocumentId document) {
        return jdbc.sql("select begun_at is not null from deletion where document_id = ?")
                .param(document.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    String name(DocumentId document) {
        return jdbc.sql("select name from document where id = ?")
                .param(document.value())
                .query(String.class)
                .single();
    }

    List<Action> actions(DocumentId document) {
        return audit.of(ADA.company(), document).stream()
                .map(entry -> entry.action())
                .toList();
    }

    static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
