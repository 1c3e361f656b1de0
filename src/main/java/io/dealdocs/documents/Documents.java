package io.dealdocs.documents;

import io.dealdocs.documents.PublicationWanted.Urgency;
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

    Documents(JdbcDocuments rows, JdbcVersions versions, ApplicationEventPublisher events, DealNews news) {
        this.rows = rows;
        this.versions = versions;
        this.events = events;
        this.news = news;
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

    /** A version of this origin that an editing session has already delivered with the same content. */
    public Optional<Version> delivered(DocumentId document, UUID session, String sha256, Origin origin) {
        return versions.sameFromSession(document, session, sha256, origin);
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
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int add(Document locked, NewVersion version, Effect effect, Optional<Urgency> urgency) {
        int number = versions.insert(locked.id(), version);
        if (effect == Effect.HEAD || effect == Effect.HEAD_AND_REVISION) {
            rows.moveHead(locked.id(), number);
        }
        if (effect == Effect.ASIDE_AND_REVISION || effect == Effect.HEAD_AND_REVISION) {
            rows.raiseRevision(locked.id());
        }
        urgency.ifPresent(when -> events.publishEvent(new PublicationWanted(locked.id(), when)));
        news.changed(locked.company(), locked.subject());
        return number;
    }

    /** The last editor of a document has left: what Pipedrive lacks goes there after the quiet period. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void editorsLeft(Document locked) {
        if (locked.waiting()) {
            events.publishEvent(new PublicationWanted(locked.id(), Urgency.WHEN_QUIET));
        }
        news.changed(locked.company(), locked.subject());
    }

    /** Documents whose head Pipedrive lacks, force-saved heads of running sessions among them. */
    public List<DocumentId> unpublished() {
        return rows.unpublished();
    }
}
