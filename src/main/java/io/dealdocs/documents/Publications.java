package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Subject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which Pipedrive file ids, current and past, belong to which document. */
@Service
public class Publications {

    /** What becomes of a superseded file at Pipedrive. */
    public enum Removal {
        NONE,
        /** To be deleted. */
        DUE,
        /** Stays: it hangs on more than the deal, or Pipedrive refuses. */
        KEPT,
        DONE
    }

    private final JdbcClient jdbc;
    private final JdbcDocuments documents;
    private final DealNews news;
    private final Clock clock;

    Publications(JdbcClient jdbc, JdbcDocuments documents, DealNews news, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.news = news;
        this.clock = clock;
    }

    /** The document that a file id, current or past, belongs to. */
    public Optional<DocumentId> documentOf(CompanyId company, FileId file) {
        return jdbc.sql("select document_id from publication where company_id = :company and file_id = :file")
                .param("company", company.value())
                .param("file", file.value())
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .optional();
    }

    /** Gives a file id that nobody has claimed yet to a document; false when somebody was faster. */
    boolean claim(CompanyId company, FileId file, DocumentId document) {
        return insert(company, file, document, null) > 0;
    }

    private int insert(CompanyId company, FileId file, DocumentId document, @Nullable Integer version) {
        return jdbc.sql("""
                insert into publication (company_id, file_id, document_id, version, current, published_at)
                values (:company, :file, :document, :version, true, :now) on conflict (company_id, file_id) do nothing
                """)
                .param("company", company.value())
                .param("file", file.value())
                .param("document", document.value())
                .param("version", version)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Takes the next fencing number of a locked document: whoever published with an older one may not record anything
     * any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long takeFence(DocumentId document) {
        return documents.nextFence(document);
    }

    /** The fencing number that was taken last. */
    public long fence(DocumentId document) {
        return documents.fence(document);
    }

    /**
     * Records that a file carries a version of a locked document now; the one before is superseded.
     *
     * @param before what becomes of the superseded file
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Document locked, int version, FileId file, String name, Subject subject, Removal before) {
        jdbc.sql("update publication set current = false, removal = :removal where document_id = :id and current")
                .param("removal", before.name().toLowerCase(Locale.ROOT))
                .param("id", locked.id().value())
                .update();
        insert(locked.company(), file, locked.id(), version);
        documents.published(locked.id(), version);
        documents.rename(locked.id(), name, subject);
        seen(locked.company(), file);
        news.changed(locked.company(), locked.subject());
    }

    /** Records that Pipedrive holds a locked document's version already, under the file it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alreadyHeld(Document locked, int version) {
        documents.published(locked.id(), version);
        news.changed(locked.company(), locked.subject());
    }

    /** A person must decide; the panel says why. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void needsAttention(Document locked, String reason) {
        documents.attention(locked.id(), reason);
        news.changed(locked.company(), locked.subject());
    }

    /** Superseded files of a document that are still to be deleted at Pipedrive. */
    public List<FileId> removalsDue(DocumentId document) {
        return jdbc.sql("select file_id from publication where document_id = :id and removal = 'due' order by file_id")
                .param("id", document.value())
                .query((row, n) -> new FileId(row.getLong(1)))
                .list();
    }

    /** Records what became of a superseded file. */
    public void removed(CompanyId company, FileId file, Removal outcome) {
        jdbc.sql("update publication set removal = :removal where company_id = :company and file_id = :file")
                .param("removal", outcome.name().toLowerCase(Locale.ROOT))
                .param("company", company.value())
                .param("file", file.value())
                .update();
    }

    /** Ids of a document's superseded files; a list never shows them. */
    public Set<FileId> superseded(CompanyId company, Subject subject) {
        return new HashSet<>(jdbc.sql("""
                select p.file_id from publication p join document d on d.id = p.document_id
                 where d.company_id = :company and d.subject_kind = :kind and d.subject_id = :subject and not p.current
                """)
                .param("company", company.value())
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .query((row, n) -> new FileId(row.getLong(1)))
                .list());
    }

    /** Remembers the highest file id of a company: an upload whose answer is lost can only be higher. */
    public void seen(CompanyId company, FileId file) {
        jdbc.sql("update company set highest_file_id = :file where id = :company and highest_file_id < :file")
                .param("file", file.value())
                .param("company", company.value())
                .update();
    }

    /** The highest file id of a company that we have seen, or 0. */
    public long highestSeen(CompanyId company) {
        return jdbc.sql("select highest_file_id from company where id = :company")
                .param("company", company.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
