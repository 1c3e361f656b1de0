package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.publishing.JdbcAttempts.Outcome;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out what became of uploads whose answer nobody heard: the process died, or the connection did. */
@Component
class LostAnswers {

    private final JdbcAttempts attempts;
    private final Documents documents;
    private final UploadedFiles uploaded;
    private final Couriers couriers;
    private final PipedriveFiles files;
    private final Delivery delivery;
    private final PublicationPlan plan;
    private final PublishingProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LostAnswers(
            JdbcAttempts attempts,
            Documents documents,
            UploadedFiles uploaded,
            Couriers couriers,
            PipedriveFiles files,
            Delivery delivery,
            PublicationPlan plan,
            PublishingProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.attempts = attempts;
        this.documents = documents;
        this.uploaded = uploaded;
        this.couriers = couriers;
        this.files = files;
        this.delivery = delivery;
        this.plan = plan;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Resolves what it can; a step while an upload may still be under way, nothing when the run may go on. */
    Optional<NextStep> resolve(DocumentId id) {
        for (Attempt attempt : attempts.unresolved(id)) {
            Optional<NextStep> wait = resolve(attempt);
            if (wait.isPresent()) {
                return wait;
            }
        }
        return Optional.empty();
    }

    private Optional<NextStep> resolve(Attempt attempt) {
        Optional<PipedriveFile> found = find(attempt);
        if (found.isPresent()) {
            delivery.record(attempt, found.get(), Outcome.ADOPTED);
            return Optional.empty();
        }
        Instant settled = attempt.startedAt().plus(properties.lostAnswerWait());
        if (clock.instant().isBefore(settled)) {
            return Optional.of(new NextStep.Again(settled));
        }
        transaction.executeWithoutResult(status -> giveUp(attempt));
        return Optional.empty();
    }

    // A deal that nobody sees any more hides its file as well: whatever comes next decides for itself.
    private Optional<PipedriveFile> find(Attempt attempt) {
        Document document = documents.find(attempt.document()).orElseThrow();
        try {
            return couriers.carry(
                    document,
                    attempt.member().user(),
                    member -> uploaded.find(attempt, member).map(file -> named(attempt, member, file)));
        } catch (PipedriveException.NotFound | PipedriveException.Forbidden closed) {
            return Optional.empty();
        }
    }

    private PipedriveFile named(Attempt attempt, MemberId member, PipedriveFile file) {
        return file.name().equals(attempt.name())
                ? file
                : couriers.ask(member, access -> files.rename(access, file.id(), attempt.name()));
    }

    private void giveUp(Attempt attempt) {
        attempts.finish(attempt, Outcome.NOTHING_FOUND, Optional.empty());
        plan.lookLater(attempt);
    }
}
