package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.SupersededFiles;
import io.dealdocs.documents.SupersededFiles.Removal;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.publishing.JdbcAttempts.Outcome;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Subject;
import io.dealdocs.shared.UserId;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that a file carries a version now; a file that may not be recorded is our own double, and is to go. */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Documents documents;
    private final Publications publications;
    private final SupersededFiles superseded;
    private final JdbcAttempts attempts;
    private final Members members;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Delivery(
            Documents documents,
            Publications publications,
            SupersededFiles superseded,
            JdbcAttempts attempts,
            Members members,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.publications = publications;
        this.superseded = superseded;
        this.attempts = attempts;
        this.members = members;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Records the file of an attempt.
     *
     * @throws UnfitFile when Pipedrive made something else of what was sent
     */
    void record(Attempt attempt, PipedriveFile file, Outcome outcome) {
        boolean whole = file.storedAtPipedrive() && file.size() == attempt.size();
        transaction.executeWithoutResult(status -> record(attempt, file, outcome, whole));
        if (!whole) {
            throw new UnfitFile(file.storedAtPipedrive());
        }
    }

    private void record(Attempt attempt, PipedriveFile file, Outcome outcome, boolean whole) {
        Document locked = documents.lock(attempt.document()).orElseThrow();
        if (publications.documentOf(locked.company(), file.id()).isPresent()) {
            // Another run, which took this one for dead, has found the file already.
            return;
        }
        boolean allowed = whole && !locked.deleted() && publications.fence(locked.id()) == attempt.fence();
        Outcome ending = allowed ? outcome : setAside(locked, file);
        if (allowed) {
            take(locked, attempt, file);
        }
        attempts.finish(attempt, ending, Optional.of(file.id()));
    }

    private void take(Document locked, Attempt attempt, PipedriveFile file) {
        DealId deal = Objects.requireNonNullElse(file.deal(), attempt.deal());
        UserId carrier = attempt.member().user();
        publications.record(locked, attempt.version(), file.id(), file.name(), Subject.of(deal), carrier);
        audit.record(AuditEntry.Draft.on(
                locked.company(),
                locked.id(),
                locked.nameAfter(file.name()),
                AuditEntry.Action.PUBLISHED,
                Optional.of(carrier),
                "version " + attempt.version() + courier(locked, attempt)));
    }

    // Whoever's token carries a version is not always its author.
    private String courier(Document locked, Attempt attempt) {
        MemberId carrier = attempt.member();
        String name = members.find(carrier).map(Member::name).orElse("another member");
        return documents
                .version(locked.id(), attempt.version())
                .filter(version -> version.author()
                        .filter(author -> !author.equals(carrier.user()))
                        .isPresent())
                .map(version -> " through " + name + " for " + version.authorName())
                .orElse("");
    }

    // Nothing is ever deleted at Google.
    private Outcome setAside(Document locked, PipedriveFile file) {
        boolean stays = !file.storedAtPipedrive();
        log.info("File {} may not carry document {} and {}", file.id(), locked.id(), stays ? "stays" : "is to go");
        superseded.addDouble(locked, file.id(), stays ? Removal.KEPT : Removal.DUE);
        return stays ? Outcome.HELD_BY_GOOGLE : Outcome.DOUBLE;
    }
}
