package io.dealdocs.documents;

import io.dealdocs.installation.Members;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a deletion at Pipedrive with the token of the member who asked for it. It may begin again at any point: a file that
 * is gone already is what was wanted.
 */
@Component
class DeletionRun {

    private static final Logger log = LoggerFactory.getLogger(DeletionRun.class);
    // Nobody believes any more that it will happen; the file is there, and so the list must show it.
    private static final Duration LONGEST = Duration.ofDays(7);

    private final JdbcDeletions rows;
    private final Documents documents;
    private final DeletedDocuments deleted;
    private final Members members;
    private final PipedriveFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeletionRun(
            JdbcDeletions rows,
            Documents documents,
            DeletedDocuments deleted,
            Members members,
            PipedriveFiles files,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.deleted = deleted;
        this.members = members;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a run ended. */
    sealed interface Outcome {

        /** There is nothing left to do. */
        record Over() implements Outcome {}

        /** Pipedrive is silent, or has no token to ask with; to be tried again after a back-off. */
        record Silent() implements Outcome {}

        /** Pipedrive said how long to wait. */
        record Later(Duration pause) implements Outcome {}
    }

    Outcome run(DeletionId id) {
        return rows.find(id).map(this::run).orElseGet(Outcome.Over::new);
    }

    private Outcome run(JdbcDeletions.Asked asked) {
        Optional<Document> begun = transaction.execute(
                status -> documents.lock(asked.document()).filter(document -> rows.begin(asked.id())));
        if (begun.isEmpty()) {
            return new Outcome.Over();
        }
        try {
            Optional<FileId> file = begun.get().file();
            if (file.isPresent() && !gone(asked, file.get())) {
                return giveUp(asked, "it hangs on more than this deal");
            }
            return done(asked, file);
        } catch (PipedriveException.Forbidden | PipedriveException.Rejected refused) {
            return giveUp(asked, String.valueOf(refused.getMessage()));
        } catch (PipedriveException.RateLimited limited) {
            return new Outcome.Later(limited.resetAfter());
        } catch (PipedriveException | Refusal silent) {
            return silent(asked, String.valueOf(silent.getMessage()));
        }
    }

    /** Whether the file is gone now; one that hangs on something else meanwhile stays. */
    private boolean gone(JdbcDeletions.Asked asked, FileId file) {
        try {
            PipedriveFile found = members.ask(asked.member(), access -> files.file(access.inQueue(), file));
            if (!found.active()) {
                return true;
            }
            if (found.attachment() != PipedriveFile.Attachment.DEAL_ONLY
                    || !asked.deal().equals(found.deal())) {
                return false;
            }
            return members.ask(asked.member(), access -> {
                files.delete(access.inQueue(), file);
                return true;
            });
        } catch (PipedriveException.NotFound already) {
            return true;
        }
    }

    private Outcome silent(JdbcDeletions.Asked asked, String why) {
        if (clock.instant().isAfter(asked.at().plus(LONGEST))) {
            return giveUp(asked, why);
        }
        log.info("Document {} cannot be deleted at Pipedrive now: {}", asked.document(), why);
        return new Outcome.Silent();
    }

    private Outcome done(JdbcDeletions.Asked asked, Optional<FileId> file) {
        transaction.executeWithoutResult(status -> documents
                .lock(asked.document())
                .filter(locked -> rows.end(asked.id()))
                .ifPresent(locked -> deleted.done(locked, file)));
        return new Outcome.Over();
    }

    private Outcome giveUp(JdbcDeletions.Asked asked, String why) {
        log.warn("Document {} is not deleted: {}", asked.document(), why);
        transaction.executeWithoutResult(status -> documents
                .lock(asked.document())
                .filter(locked -> rows.end(asked.id()))
                .ifPresent(locked -> deleted.revive(locked, Optional.empty(), why)));
        return new Outcome.Over();
    }
}
