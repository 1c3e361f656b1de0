package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes which documents a look at Pipedrive shows, and which it lacks. To be missing is a suspicion only: the file may
 * have moved, or the member may not see it.
 */
@Component
class Sightings {

    private final JdbcClient jdbc;
    private final JdbcDocuments rows;
    private final TransactionTemplate transaction;

    Sightings(JdbcClient jdbc, JdbcDocuments rows, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transaction = transaction;
    }

    /**
     * A list of a subject's files was read: those of its documents that are not in it are missing.
     *
     * @param complete whether the list holds every file; else nothing is missing, it may only be older
     */
    void listed(Subject subject, List<Document> documents, Collection<FileId> files, boolean complete) {
        Map<DocumentId, Boolean> looked = new HashMap<>();
        for (Document document : documents) {
            if (document.deleted() || document.file().isEmpty()) {
                continue;
            }
            if (document.file().filter(files::contains).isPresent()) {
                looked.put(document.id(), true);
            } else if (complete && document.subject().equals(subject) && !document.waiting()) {
                looked.put(document.id(), false);
            }
        }
        note(looked);
    }

    /** A whole subject is missing. */
    void lost(CompanyId company, Subject subject) {
        listed(subject, rows.of(company, subject, List.of()), List.of(), true);
    }

    /** One document was looked for. */
    void looked(DocumentId document, boolean there) {
        note(Map.of(document, there));
    }

    // Most often nothing is new: then nothing is locked or written.
    private void note(Map<DocumentId, Boolean> looked) {
        if (looked.isEmpty()) {
            return;
        }
        jdbc
                .sql("select id, missed_at is null and gone_at is null from document where id = any(:ids)")
                .param("ids", looked.keySet().stream().map(DocumentId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(DocumentId.parse(row.getString(1)), row.getBoolean(2)))
                .list()
                .stream()
                .filter(known -> !known.getValue().equals(looked.get(known.getKey())))
                .forEach(known -> set(known.getKey(), known.getValue()));
    }

    private void set(DocumentId id, boolean missing) {
        transaction.executeWithoutResult(status -> rows.lock(id).ifPresent(locked -> {
            if (missing) {
                rows.missed(id);
            } else {
                rows.seen(id);
            }
        }));
    }
}
