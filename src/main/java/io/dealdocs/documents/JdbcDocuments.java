package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Subject;
import io.dealdocs.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of documents. */
@Repository
class JdbcDocuments {

    private static final String SELECT = """
        select d.*, p.file_id from document d
          left join publication p on p.document_id = d.id and p.current
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Document> find(DocumentId id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id.value())
                .query(JdbcDocuments::row)
                .optional();
    }

    /** The document as it is now, and nobody else changes it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Document> lock(DocumentId id) {
        // Locked before it is read: a row read first would be the state before another transaction's change.
        jdbc.sql("select 1 from document where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** The documents of a subject, and those that one of these files carries: a file may have moved in Pipedrive. */
    List<Document> of(CompanyId company, Subject subject, Collection<FileId> files) {
        return jdbc.sql(SELECT + """
            where d.company_id = :company and (p.file_id = any(:files)
               or d.subject_kind = :kind and d.subject_id = :subject)
            """)
                .param("company", company.value())
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .param("files", files.stream().map(FileId::value).toArray(Long[]::new))
                .query(JdbcDocuments::row)
                .list();
    }

    void insert(DocumentId id, CompanyId company, Subject subject, String name, UserId creator) {
        jdbc.sql("""
            insert into document (id, company_id, subject_kind, subject_id, name, created_by, created_at)
            values (:id, :company, :kind, :subject, :name, :creator, :now)
            """)
                .param("id", id.value())
                .param("company", company.value())
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .param("name", name)
                .param("creator", creator.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void delete(DocumentId id) {
        jdbc.sql("delete from document where id = :id").param("id", id.value()).update();
    }

    void rename(DocumentId id, String name, Subject subject) {
        jdbc.sql("update document set name = :name, subject_kind = :kind, subject_id = :subject where id = :id")
                .param("name", name)
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .param("id", id.value())
                .update();
    }

    void moveHead(DocumentId id, int version) {
        jdbc.sql("update document set head = :version where id = :id")
                .param("version", version)
                .param("id", id.value())
                .update();
    }

    void raiseRevision(DocumentId id) {
        jdbc.sql("update document set revision = revision + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    void published(DocumentId id, int version) {
        jdbc.sql("""
            update document set published = :version, attention = null,
                                publish_now = case when publish_now > :version then publish_now end
             where id = :id
            """).param("version", version).param("id", id.value()).update();
    }

    /** Pipedrive holds no version of the document any more. */
    void unpublished(DocumentId id) {
        jdbc.sql("update document set published = null where id = :id")
                .param("id", id.value())
                .update();
    }

    void attention(DocumentId id, @Nullable Attention reason) {
        jdbc.sql("update document set attention = :reason, attention_at = :now where id = :id")
                .param("reason", reason == null ? null : reason.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /** The head that Pipedrive lacks is wanted there now. */
    void wantNow(DocumentId id) {
        jdbc.sql("update document set publish_now = head where id = :id and head is distinct from published")
                .param("id", id.value())
                .update();
    }

    boolean wantedNow(DocumentId id) {
        return jdbc.sql("select publish_now is not null from document where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** A document belongs to another subject, and Pipedrive holds none of its versions there. */
    void move(DocumentId id, Subject subject) {
        jdbc.sql("update document set subject_kind = :kind, subject_id = :subject, published = null where id = :id")
                .param("kind", subject.kind().name())
                .param("subject", subject.id())
                .param("id", id.value())
                .update();
    }

    void markDeleted(DocumentId id) {
        jdbc.sql("update document set deleted_at = :now where id = :id and deleted_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    void unmarkDeleted(DocumentId id) {
        jdbc.sql("update document set deleted_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The file of a locked document was not where it should be when it was looked for now. */
    void missed(DocumentId id) {
        jdbc.sql("update document set missed_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /** The file of a locked document is gone at Pipedrive. */
    void gone(DocumentId id) {
        jdbc.sql("update document set gone_at = :now where id = :id and gone_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    /** The file of a locked document is there. */
    void seen(DocumentId id) {
        jdbc.sql("update document set missed_at = null, gone_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    long nextFence(DocumentId id) {
        return jdbc.sql("update document set publish_fence = publish_fence + 1 where id = :id returning publish_fence")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    long fence(DocumentId id) {
        return jdbc.sql("select publish_fence from document where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** Documents that wait for Pipedrive, or whose superseded files wait to be deleted there. */
    List<DocumentId> unpublished() {
        return jdbc.sql("""
            with open as (select * from company c where not exists
                   (select 1 from publishing_pause p where p.company_id = c.id and p.ends_at > :now))
            select d.id from document d join open c on c.id = d.company_id
             where d.deleted_at is null and d.head is not null and d.head is distinct from d.published
               and (c.publish_rule <> 'ON_DEMAND' or d.publish_now is not null)
               and (d.attention is null or d.attention = 'RECONNECT' and exists
                   (select 1 from member_token t left join version v on v.document_id = d.id and v.number = d.head
                     where t.company_id = d.company_id and not t.dead and t.refreshed_at > d.attention_at
                       and (c.through_others or t.user_id = coalesce(v.author_id, d.created_by))))
            union select p.document_id from publication p join open c on c.id = p.company_id where p.removal = 'due'
            """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .list();
    }

    private static Document row(ResultSet row, int number) throws SQLException {
        long file = row.getLong("file_id");
        Optional<FileId> carrier = row.wasNull() ? Optional.empty() : Optional.of(new FileId(file));
        return new Document(
                DocumentId.parse(row.getString("id")),
                new CompanyId(row.getLong("company_id")),
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getLong("subject_id")),
                row.getString("name"),
                optional(row, "head"),
                optional(row, "published"),
                row.getLong("revision"),
                carrier,
                Optional.ofNullable(row.getString("attention")).map(Attention::valueOf),
                new UserId(row.getLong("created_by")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("deleted_at") != null);
    }

    private static OptionalInt optional(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
