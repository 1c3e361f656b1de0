package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Subject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which Pipedrive file ids, current and past, belong to which document. */
@Service
public class Publications {

    private final JdbcClient jdbc;
    private final JdbcDocuments documents;
    private final SupersededFiles superseded;
    private final DealNews news;
    private final Clock clock;

    Publications(JdbcClient jdbc, JdbcDocuments documents, SupersededFiles superseded, DealNews news, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.superseded = superseded;
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
     * Records that a file carries a version of a locked document now; the one before is superseded, and is to be deleted
     * at Pipedrive.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Document locked, int version, FileId file, String name, Subject subject) {
        superseded.supersede(locked.id(), Optional.empty());
        if (insert(locked.company(), file, locked.id(), version) == 0) {
            throw new IllegalStateException("file " + file + " belongs to another document already");
        }
        documents.published(locked.id(), version);
        follow(locked, name, subject);
        seen(locked.company(), file);
        news.changed(locked.company(), locked.subject());
    }

    /** A locked document takes the name and the place that people gave its file in Pipedrive. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(Document locked, String seenName, Subject subject) {
        String name = locked.nameAfter(seenName);
        if (!name.equals(locked.name()) || !subject.equals(locked.subject())) {
            documents.rename(locked.id(), name, subject);
            news.changed(locked.company(), locked.subject());
            news.changed(locked.company(), subject);
        }
    }

    /** Records that Pipedrive holds a locked document's version already, under the file it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alreadyHeld(Document locked, int version) {
        documents.published(locked.id(), version);
        news.changed(locked.company(), locked.subject());
    }

    /** A person must decide; the panel says so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void needsAttention(Document locked, Attention reason) {
        documents.attention(locked.id(), reason);
        news.changed(locked.company(), locked.subject());
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
