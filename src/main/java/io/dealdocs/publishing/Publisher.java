package io.dealdocs.publishing;

import io.dealdocs.documents.Attention;
import io.dealdocs.documents.ContentDamaged;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.EditingPresence;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.Version;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.shared.DocumentId;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run of a document's task. It may begin a second time from its start at any point: whatever it did before is found
 * in the attempt rows and in the publications.
 */
@Component
class Publisher {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final Duration MOST_JITTER = Duration.ofMinutes(2);

    private final Documents documents;
    private final Publications publications;
    private final PublishRules rules;
    private final BudgetPauses pauses;
    private final EditingPresence presence;
    private final LostAnswers lostAnswers;
    private final Upload upload;
    private final Removals removals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publisher(
            Documents documents,
            Publications publications,
            PublishRules rules,
            BudgetPauses pauses,
            EditingPresence presence,
            LostAnswers lostAnswers,
            Upload upload,
            Removals removals,
            TransactionTemplate transaction,
            Clock clock) {
        this.documents = documents;
        this.publications = publications;
        this.rules = rules;
        this.pauses = pauses;
        this.presence = presence;
        this.lostAnswers = lostAnswers;
        this.upload = upload;
        this.removals = removals;
        this.transaction = transaction;
        this.clock = clock;
    }

    NextStep run(DocumentId id) {
        if (pauses.endOf(id).isPresent()) {
            return new NextStep.Paused();
        }
        try {
            return lostAnswers.resolve(id).orElseGet(() -> publish(id));
        } catch (PipedriveException.RateLimited limited) {
            return wait(id, limited);
        } catch (PipedriveException.AnswerLost lost) {
            // It may have happened: the next run begins by looking for it.
            return new NextStep.Again(clock.instant());
        } catch (PipedriveException.Unavailable silent) {
            log.info("Pipedrive cannot take document {} now: {}", id, silent.getMessage());
            return new NextStep.AfterBackOff();
        } catch (PipedriveException refused) {
            log.warn("Document {} needs attention: {}", id, refused.getMessage());
            return attention(id, reason(refused));
        } catch (UnfitFile unfit) {
            log.warn("Document {} needs attention: {}", id, unfit.getMessage());
            return attention(id, unfit.attention());
        } catch (UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof ContentDamaged) {
                return attention(id, Attention.CONTENT_DAMAGED);
            }
            throw unreadable;
        }
    }

    private NextStep wait(DocumentId id, PipedriveException.RateLimited limited) {
        if (limited.daily()) {
            pauses.begin(id, clock.instant().plus(limited.resetAfter()));
            return new NextStep.Paused();
        }
        return new NextStep.Again(clock.instant().plus(withJitter(limited.resetAfter())));
    }

    // Those who were turned away together must not come back together.
    private static Duration withJitter(Duration wait) {
        long most = Math.min(wait.toMillis() / 2, MOST_JITTER.toMillis());
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }

    private NextStep publish(DocumentId id) {
        Start start = transaction.execute(status -> start(id));
        if (start instanceof Start.Go go && !upload(go)) {
            return new NextStep.Again(clock.instant());
        }
        removals.run(id);
        return start instanceof Start.Wait(NextStep step) ? step : new NextStep.Settled();
    }

    /** Whether it was uploaded; not when the document went another way meanwhile, as into another deal. */
    private boolean upload(Start.Go go) {
        DocumentId id = go.document().id();
        try {
            upload.run(go.document(), go.head(), go.fence());
            return true;
        } catch (PipedriveException.RateLimited
                | PipedriveException.Unavailable
                | PipedriveException.AnswerLost passing) {
            throw passing;
        } catch (PipedriveException | UnfitFile refused) {
            if (publications.fence(id) == go.fence()) {
                throw refused;
            }
            log.info("Document {} was overtaken: {}", id, refused.getMessage());
            return false;
        }
    }

    private sealed interface Start {

        record Nothing() implements Start {}

        record Wait(NextStep step) implements Start {}

        record Go(Document document, Version head, long fence) implements Start {}
    }

    private Start start(DocumentId id) {
        Optional<Document> locked = documents.lock(id).filter(rules::ready);
        if (locked.isEmpty()) {
            return new Start.Nothing();
        }
        Document document = locked.get();
        Version head = documents.head(document).orElseThrow();
        if (document.published().isPresent() && presence.beingEdited(id) && !publications.wantedNow(id)) {
            return new Start.Wait(new NextStep.Parked());
        }
        if (sameAsPublished(document, head)) {
            publications.alreadyHeld(document, head.number());
            return new Start.Nothing();
        }
        return new Start.Go(document, head, publications.takeFence(id));
    }

    private boolean sameAsPublished(Document document, Version head) {
        return document.published().isPresent()
                && documents
                        .version(document.id(), document.published().getAsInt())
                        .filter(version ->
                                version.content().sha256().equals(head.content().sha256()))
                        .isPresent();
    }

    private static Attention reason(PipedriveException refused) {
        return switch (refused) {
            case PipedriveException.NotFound gone -> Attention.DEAL_GONE;
            case PipedriveException.Forbidden forbidden -> Attention.FORBIDDEN;
            case PipedriveException.TooLarge large -> Attention.TOO_LARGE;
            case PipedriveException.AccountClosed closed -> Attention.ACCOUNT_CLOSED;
            case PipedriveException.ReconnectRequired dead -> Attention.RECONNECT;
            case PipedriveException.Unauthorized stale -> Attention.RECONNECT;
            default -> Attention.REFUSED;
        };
    }

    private NextStep attention(DocumentId id, Attention reason) {
        transaction.executeWithoutResult(
                status -> documents.lock(id).ifPresent(locked -> publications.needsAttention(locked, reason)));
        return new NextStep.Settled();
    }
}
