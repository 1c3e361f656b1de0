package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pipedrive files that carried a document once, or a double of it; a list never shows them. */
@Repository
public class SupersededFiles {

    /** What becomes of a superseded file at Pipedrive. */
    public enum Removal {
        /** To be deleted. */
        DUE,
        /** Stays: it hangs on more than the deal, lies at Google, or Pipedrive refuses. */
        KEPT,
        DONE
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    SupersededFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The file that carries a locked document does so no longer, and what was held of it need not stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    void supersede(DocumentId locked, Optional<FileId> alreadyDeleted) {
        jdbc.sql("""
            update publication set current = false, removal = case when file_id = :deleted then 'done' else 'due' end
             where document_id = :id and (current or removal = 'held')
            """)
                .param("deleted", alreadyDeleted.map(FileId::value).orElse(0L))
                .param("id", locked.value())
                .update();
    }

    /** The file that carries a locked document does so no longer, but stays until the next one is recorded. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(DocumentId locked) {
        jdbc.sql("update publication set current = false, removal = 'held' where document_id = :id and current")
                .param("id", locked.value())
                .update();
    }

    /**
     * A file that we made and that carries nothing: it belongs to a locked document, and no list shows it.
     *
     * @param removal whether it is to be deleted or stays
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addDouble(Document locked, FileId file, Removal removal) {
        jdbc.sql("""
            insert into publication (company_id, file_id, document_id, current, removal, published_at)
            values (:company, :file, :document, false, :removal, :now) on conflict (company_id, file_id) do nothing
            """)
                .param("removal", word(removal))
                .param("company", locked.company().value())
                .param("file", file.value())
                .param("document", locked.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Files of a document that are still to be deleted at Pipedrive. */
    public List<FileId> due(DocumentId document) {
        return jdbc.sql("select file_id from publication where document_id = :id and removal = 'due' order by file_id")
                .param("id", document.value())
                .query((row, n) -> new FileId(row.getLong(1)))
                .list();
    }

    /** Records what became of a superseded file. */
    public void settled(CompanyId company, FileId file, Removal outcome) {
        jdbc.sql("update publication set removal = :removal where company_id = :company and file_id = :file"
                        + " and not current")
                .param("removal", word(outcome))
                .param("company", company.value())
                .param("file", file.value())
                .update();
    }

    private static String word(Removal removal) {
        return removal.name().toLowerCase(Locale.ROOT);
    }

    /** Those of these files that are superseded. */
    Set<FileId> among(CompanyId company, Collection<FileId> files) {
        return new HashSet<>(
                jdbc.sql("select file_id from publication where company_id = :company and file_id = any(:files)"
                                + " and not current")
                        .param("company", company.value())
                        .param("files", files.stream().map(FileId::value).toArray(Long[]::new))
                        .query((row, n) -> new FileId(row.getLong(1)))
                        .list());
    }
}
