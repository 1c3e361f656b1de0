package io.dealdocs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.dealdocs.documents.ContentId;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.NewVersion;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.StoredContent;
import io.dealdocs.shared.DocumentId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What time does to documents: versions of any age, and the tasks that come by every hour. */
abstract class RetentionRoom extends PublishingRoom {

    @Autowired
    ConfigurableApplicationContext context;

    /** Runs a recurring task here and now, to its end. */
    void run(String task) {
        RecurringTask<?> recurring = context.getBean(task, RecurringTask.class);
        run(recurring);
    }

    private static <T> void run(RecurringTask<T> task) {
        task.execute(task.instance(RecurringTask.INSTANCE), null);
    }

    /** Another version, which does not go to Pipedrive by itself. */
    int add(DocumentId document, Origin origin, byte[] bytes, Optional<UUID> session) {
        StoredContent content = stored(bytes);
        NewVersion version =
                new NewVersion(origin, content, Optional.of(ADA.user()), "Ada Lind", session, Optional.empty());
        Documents.Effect effect = origin.aside() ? Documents.Effect.ASIDE : Documents.Effect.HEAD;
        return transaction.execute(status -> {
            Document locked = store.lock(document).orElseThrow();
            return store.add(locked, version, effect, Optional.empty());
        });
    }

    int add(DocumentId document, Origin origin) {
        return add(document, origin, fresh("version").getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    /** So many more versions, the last of which Pipedrive has. */
    void grow(DocumentId document, int versions) {
        for (int version = 0; version < versions; version++) {
            add(document, Origin.SAVED);
        }
        inPipedriveIs(document, state(document).head());
    }

    /** Pipedrive holds this version, as far as we know. */
    void inPipedriveIs(DocumentId document, int version) {
        jdbc.sql("update document set published = ? where id = ?")
                .params(version, document.value())
                .update();
    }

    private StoredContent stored(byte[] bytes) {
        try {
            return contents.store(new ByteArrayInputStream(bytes), bytes.length, bytes.length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void age(DocumentId document, int version, int days) {
        jdbc.sql("update version set created_at = now() - make_interval(days => ?)"
                        + " where document_id = ? and number = ?")
                .params(days, document.value(), version)
                .update();
    }

    List<Integer> numbers(DocumentId document) {
        return jdbc.sql("select number from version where document_id = ? order by number")
                .param(document.value())
                .query((row, number) -> row.getInt(1))
                .list();
    }

    ContentId contentOf(DocumentId document, int version) {
        return store.version(document, version).orElseThrow().content().id();
    }

    boolean kept(ContentId content) {
        return jdbc.sql("select count(*) from content where id = ?")
                        .param(content.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean there(DocumentId document) {
        return store.find(document).isPresent();
    }
}
