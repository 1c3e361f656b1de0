package io.dealdocs.installation;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who did what, and when. An entry is written in the transaction of what it tells about, so that neither is there without
 * the other.
 */
@Repository
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records something; a member's name is looked up where the draft has none. */
    public void record(AuditEntry.Draft draft) {
        jdbc.sql("""
            insert into audit_entry (company_id, at, action, user_id, user_name, document_id, document_name, detail)
            values (:company, :at, :action, :user,
                    coalesce(nullif(:name, ''), (select name from member where company_id = :company and user_id = :user), ''),
                    :document, :documentName, :detail)
            """)
                .param("company", draft.company().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("action", draft.action().name())
                .param("user", draft.by().map(UserId::value).orElse(null), Types.BIGINT)
                .param("name", draft.byName())
                .param("document", draft.document().map(DocumentId::value).orElse(null), Types.OTHER)
                .param("documentName", draft.documentName())
                .param("detail", draft.detail())
                .update();
    }

    /** The newest entries of a company before the one with this id, newest first; {@code Long.MAX_VALUE} for the first. */
    public List<AuditEntry> before(CompanyId company, long id, int most) {
        return jdbc.sql("select * from audit_entry where company_id = :company and id < :id order by id desc limit"
                        + " :most")
                .param("company", company.value())
                .param("id", id)
                .param("most", most)
                .query(AuditTrail::row)
                .list();
    }

    /** Everything about one document of a company, oldest first. */
    public List<AuditEntry> of(CompanyId company, DocumentId document) {
        return jdbc.sql("select * from audit_entry where company_id = :company and document_id = :document order by id")
                .param("company", company.value())
                .param("document", document.value())
                .query(AuditTrail::row)
                .list();
    }

    private static AuditEntry row(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                new CompanyId(row.getLong("company_id")),
                row.getTimestamp("at").toInstant(),
                AuditEntry.Action.valueOf(row.getString("action")),
                Optional.ofNullable(row.getObject("user_id", Long.class)).map(UserId::new),
                row.getString("user_name"),
                Optional.ofNullable(row.getObject("document_id", UUID.class)).map(DocumentId::new),
                row.getString("document_name"),
                row.getString("detail"));
    }
}
