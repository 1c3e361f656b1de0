package io.dealdocs.installation;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done, by whom and when.
 *
 * @param id rises with time
 * @param by who did it; empty where nobody but time itself did
 * @param byName the name they had then, or empty
 * @param documentName the name it had then, or empty where no document was concerned
 * @param detail a version's number, a deal, a setting; never anything secret
 */
public record AuditEntry(
        long id,
        CompanyId company,
        Instant at,
        Action action,
        Optional<UserId> by,
        String byName,
        Optional<DocumentId> document,
        String documentName,
        String detail) {

    /** What was done. */
    public enum Action {
        CREATED,
        UPLOADED,
        OPENED,
        STORED,
        PUBLISHED,
        RECOVERED,
        RESTORED,
        DELETED,
        UNDELETED,
        MOVED,
        RENAMED,
        FORGOTTEN,
        /** Older versions died as the company decided. */
        EXPIRED,
        SETTINGS_CHANGED,
        CONNECTED,
        DISCONNECTED
    }

    /** What is known before it is recorded: everything but its number and its time. */
    public record Draft(
            CompanyId company,
            Action action,
            Optional<UserId> by,
            String byName,
            Optional<DocumentId> document,
            String documentName,
            String detail) {

        /** Something a member did that concerns no document. */
        public static Draft by(MemberId member, Action action, String detail) {
            return new Draft(member.company(), action, Optional.of(member.user()), "", Optional.empty(), "", detail);
        }

        /** Something that happened to a document. */
        public static Draft on(
                CompanyId company,
                DocumentId document,
                String name,
                Action action,
                Optional<UserId> by,
                String detail) {
            return new Draft(company, action, by, "", Optional.of(document), name, detail);
        }
    }
}
