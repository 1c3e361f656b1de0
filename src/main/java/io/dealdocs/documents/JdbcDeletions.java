package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of deletions that were asked for and have not happened yet. */
@Repository
class JdbcDeletions {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDeletions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A deletion, and who asked for it where and when. */
    record Asked(DeletionId id, DocumentId document, MemberId member, DealId deal, Instant at) {}

    DeletionId insert(DocumentId document, MemberId member, DealId deal) {
        DeletionId id = DeletionId.random();
        jdbc.sql("""
                insert into deletion (id, document_id, company_id, user_id, deal_id, requested_at)
                values (:id, :document, :company, :user, :deal, :now)
                """)
                .param("id", id.value())
                .param("document", document.value())
                .param("company", member.company().value())
                .param("user", member.user().value())
                .param("deal", deal.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    Optional<Asked> find(DeletionId id) {
        return jdbc.sql("select * from deletion where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Asked(
                        id,
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        new MemberId(new CompanyId(row.getLong("company_id")), new UserId(row.getLong("user_id"))),
                        new DealId(row.getLong("deal_id")),
                        row.getTimestamp("requested_at").toInstant()))
                .optional();
    }

    /** From now on the deletion cannot be taken back; false when it was. */
    boolean begin(DeletionId id) {
        return jdbc.sql("update deletion set begun_at = coalesce(begun_at, :now) where id = :id")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Takes a deletion back that has not begun; false when it is too late. */
    boolean takeBack(DeletionId id) {
        return jdbc.sql("delete from deletion where id = :id and begun_at is null")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** The deletion is over, whether it was done or given up; false when another run has ended it. */
    boolean end(DeletionId id) {
        return jdbc.sql("delete from deletion where id = :id")
                        .param("id", id.value())
                        .update()
                > 0;
    }
}
