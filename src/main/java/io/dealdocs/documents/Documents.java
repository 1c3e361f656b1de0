package io.dealdocs.documents;

import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.shared.DocumentId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents and their versions. What changes one does so under its row lock: {@link #lock} is the first statement of
 * such a transaction, or two saves of one document would abort each other.
 */
@Service
public class Documents {

    private final JdbcDocuments rows;
    private final JdbcVersions versions;
    private final ApplicationEventPublisher events;
    private final DealNews news;
    private final AuditTrail audit;

    Documents(
            JdbcDocuments rows,
            JdbcVersions versions,
            ApplicationEventPublisher events,
            DealNews news,
            AuditTrail audit) {
        this.rows = rows;
        this.versions = versions;
        this.events = events;
        this.news = news;
        this.audit = audit;
    }

    /** A document, deleted or not. */
    public Optional<Document> find(DocumentId id) {
        return rows.find(id);
    }

    /** The document as it is now; nobody else changes it until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Document> lock(DocumentId id) {
        return rows.lock(id);
    }

    /** One version of a document. */
    public Optional<Version> version(DocumentId document, int number) {
        return versions.find(document, number);
    }

    /** The version that is the document. */
    public Optional<Version> head(Document document) {
        return document.head().isPresent()
                ? versions.find(document.id(), document.head().getAsInt())
                : Optional.empty();
    }

    /** The versions that an editing session has delivered, oldest first. */
    public List<Version> deliveredBy(UUID session) {
        return versions.ofSession(session);
    }

    /** What a new version does to its document. */
    public enum Effect {
        /** Kept beside the head, to be offered. */
        ASIDE,
        /** Kept beside the head, but the document key has ended. */
        ASIDE_AND_REVISION,
        /** Becomes the head; the document key stays. */
        HEAD,
        /** Becomes the head and ends the document key. */
        HEAD_AND_REVISION
    }

    /**
     * Adds a version to a locked document.
     *
     * @param urgency when Pipedrive is to have it, or empty for not by itself
     * @return its number
     * @throws IllegalArgumentException when a version that is only to be offered would become the head
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int add(Document locked, NewVersion version, Effect effect, Optional<Urgency> urgency) {
        boolean leads = effect == Effect.HEAD || effect == Effect.HEAD_AND_REVISION;
        if (leads && version.origin().aside()) {
            throw new IllegalArgumentException("a " + version.origin() + " version never becomes the head by itself");
        }
        int number = versions.insert(locked.id(), version);
        if (leads) {
            rows.moveHead(locked.id(), number);
        }
        if (effect == Effect.ASIDE_AND_REVISION || effect == Effect.HEAD_AND_REVISION) {
            rows.raiseRevision(locked.id());
        }
        urgency.ifPresent(when -> publish(locked, when));
        deed(version.origin()).ifPresent(deed -> record(locked, version, number, deed));
        // What was only fetched to be opened looks as before; a look costs each open panel 21 tokens of Pipedrive's.
        if (version.origin() != Origin.IMPORTED || urgency.isPresent()) {
            news.changed(locked.company(), locked.subject());
        }
        return number;
    }

    // What a person brings in, restores or converts is told by whoever does that.
    private static Optional<AuditEntry.Action> deed(Origin origin) {
        return switch (origin) {
            case SAVED, FORCE_SAVED -> Optional.of(AuditEntry.Action.STORED);
            case RECOVERED, CONFLICT -> Optional.of(AuditEntry.Action.RECOVERED);
            case IMPORTED, RESTORED, CONVERTED -> Optional.empty();
        };
    }

    private void record(Document locked, NewVersion version, int number, AuditEntry.Action deed) {
        audit.record(new AuditEntry.Draft(
                locked.company(),
                deed,
                version.author(),
                version.authorName(),
                Optional.of(locked.id()),
                locked.name(),
                "version " + number));
    }

    /**
     * Ends the key of a locked document whose Docs server will never open it again; what that may still hand over is kept
     * beside the document.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endKey(Document locked) {
        rows.raiseRevision(locked.id());
    }

    /** The last editor of a document has left: what Pipedrive lacks goes there after the quiet period. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void editorsLeft(Document locked) {
        if (locked.waiting()) {
            publish(locked, Urgency.WHEN_QUIET);
        }
        news.changed(locked.company(), locked.subject());
    }

    /**
     * Lets a locked document go to Pipedrive, whatever kept it from going before. What is wanted now stays wanted until
     * its head, or a later one, is recorded there.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Document locked, Urgency urgency) {
        rows.attention(locked.id(), null);
        if (urgency == Urgency.NOW) {
            rows.wantNow(locked.id());
        }
        events.publishEvent(new PublicationWanted(locked.company(), locked.id(), urgency));
    }

    /**
     * Documents that have something to do at Pipedrive: a head it lacks, force-saved ones of running sessions among
     * them, or superseded files that are still there. What a company publishes on demand only is not among them, nor what
     * waits for a consent that nobody has given since, nor anything of a company whose budget of the day is used up.
     */
    public List<DocumentId> unpublished() {
        return rows.unpublished();
    }
}
