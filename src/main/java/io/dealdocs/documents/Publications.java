package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Subject;
import io.dealdocs.shared.UserId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        return insert(company, file, document, null, null) > 0;
    }

    private int insert(
            CompanyId company, FileId file, DocumentId document, @Nullable Integer version, @Nullable UserId carrier) {
        return jdbc.sql("""
            insert into publication (company_id, file_id, document_id, version, current, published_at, carried_by)
            values (:company, :file, :document, :version, true, :now, :carrier)
            on conflict (company_id, file_id) do nothing
            """)
                .param("company", company.value())
                .param("file", file.value())
                .param("document", document.value())
                .param("version", version)
                .param("now", Timestamp.from(clock.instant()))
                .param("carrier", carrier == null ? null : carrier.value(), Types.BIGINT)
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
     *
     * @param carrier whose token brought it there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Document locked, int version, FileId file, String name, Subject subject, UserId carrier) {
        superseded.supersede(locked.id(), Optional.empty());
        if (insert(locked.company(), file, locked.id(), version, carrier) == 0) {
            throw new IllegalStateException("file " + file + " belongs to another document already");
        }
        documents.published(locked.id(), version);
        follow(locked, name, subject);
        seen(locked.company(), file);
        news.changed(locked.company(), locked.subject());
    }

    /**
     * A locked document belongs to another subject from now on. Nobody who was bringing it to the old one may record
     * that any more; the file it has there stays until the new place has one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Document locked, Subject subject) {
        superseded.hold(locked.id());
        documents.move(locked.id(), subject);
        takeFence(locked.id());
        news.changed(locked.company(), locked.subject());
        news.changed(locked.company(), subject);
    }

    /** When Pipedrive got the version of a document that it holds, if it was from us. */
    Optional<Instant> publishedAt(DocumentId document) {
        return jdbc.sql("select published_at from publication where document_id = :id and current"
                        + " and version is not null order by published_at desc limit 1")
                .param("id", document.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Whose token carried the files that carry these documents now: not always the author's. */
    public Map<DocumentId, UserId> carriers(Collection<DocumentId> documents) {
        Map<DocumentId, UserId> carriers = new HashMap<>();
        jdbc.sql("select document_id, carried_by from publication where document_id = any(:ids) and current"
                        + " and carried_by is not null")
                .param("ids", documents.stream().map(DocumentId::value).toArray(UUID[]::new))
                .query((row, n) -> carriers.put(DocumentId.parse(row.getString(1)), new UserId(row.getLong(2))))
                .list();
        return carriers;
    }

    /** Whether a person wants a version of the document in Pipedrive that is not there yet. */
    public boolean wantedNow(DocumentId document) {
        return documents.wantedNow(document);
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
        // What had no version until now was only fetched to be opened, and looks as before.
        if (locked.waiting()) {
            news.changed(locked.company(), locked.subject());
        }
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
