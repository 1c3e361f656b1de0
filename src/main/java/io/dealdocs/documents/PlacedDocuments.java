package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the document that a line of a deal's list names, where its Pipedrive file hangs now: people rename and move
 * files in Pipedrive, and the document follows.
 */
@Component
public class PlacedDocuments {

    private final DealGate gate;
    private final DealFiles dealFiles;
    private final JdbcDocuments rows;
    private final Documents documents;
    private final Publications publications;
    private final Sightings sightings;
    private final TransactionTemplate transaction;

    PlacedDocuments(
            DealGate gate,
            DealFiles dealFiles,
            JdbcDocuments rows,
            Documents documents,
            Publications publications,
            Sightings sightings,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.rows = rows;
        this.documents = documents;
        this.publications = publications;
        this.sightings = sightings;
        this.transaction = transaction;
    }

    /** A document on a deal, and its file as it is in Pipedrive now, if it is there. */
    public record Placed(Document document, Optional<PipedriveFile> file) {}

    /**
     * Finds a document by the member's own eyes.
     *
     * @throws Refusal {@code FILE_GONE} for a document that is not on this deal, {@code DOCUMENT_DELETED} for one that was
     */
    public Placed on(MemberId member, DealId deal, DocumentId id) {
        Document document = own(member, deal, id);
        Optional<PipedriveFile> file = document.file().flatMap(carrier -> dealFiles.find(member, carrier));
        if (file.isPresent()) {
            sightings.looked(id, true);
            return new Placed(followed(document, file.get(), deal), file);
        }
        Optional<FileId> now = own(member, deal, id).file();
        if (!now.equals(document.file())) {
            // A new version was published while we looked for the file of the one before.
            return on(member, deal, id);
        }
        if (!document.subject().equals(Subject.of(deal))) {
            throw new Refusal(Reason.FILE_GONE);
        }
        if (deletedInPipedrive(document)) {
            sightings.looked(id, false);
            throw new Refusal(Reason.FILE_GONE);
        }
        return new Placed(document, Optional.empty());
    }

    /**
     * Finds a document during a visit: by the member's own eyes, or where we know it to be while Pipedrive is silent.
     *
     * @throws Refusal as {@link #on}, or the silence itself for a document whose content is Pipedrive's alone
     */
    Placed during(Visit visit, DocumentId id) {
        return gate.askOrKnow(
                visit,
                () -> on(visit.member(), visit.deal(), id),
                silence -> known(visit.member(), visit.deal(), id, silence));
    }

    /**
     * Follows a document to the deal its file hangs on now, which the member must see: for links that name no deal.
     *
     * @throws Refusal {@code DEAL_GONE} where the member does not see that deal
     */
    public void follow(MemberId member, DocumentId id) {
        Document document = rows.find(id)
                .filter(it -> it.company().equals(member.company()))
                .orElseThrow(() -> new Refusal(Reason.DOCUMENT_UNKNOWN));
        Visit visit = gate.visit(member, document.subject().deal());
        gate.askOrKnow(visit, () -> followed(member, document), silence -> document);
    }

    private Document followed(MemberId member, Document document) {
        Optional<PipedriveFile> file = document.file().flatMap(carrier -> dealFiles.find(member, carrier));
        DealId known = document.subject().deal();
        if (file.isEmpty()) {
            // Gone, or out of this member's sight, or only replaced a moment ago.
            return on(member, known, document.id()).document();
        }
        DealId now = Optional.ofNullable(file.get().deal()).orElse(known);
        if (!now.equals(known)) {
            gate.enter(member, now);
        }
        return followed(document, file.get(), now);
    }

    private Placed known(MemberId member, DealId deal, DocumentId id, Refusal silence) {
        Document document = own(member, deal, id);
        if (!document.subject().equals(Subject.of(deal))) {
            throw new Refusal(Reason.FILE_GONE);
        }
        if (document.head().isEmpty()) {
            throw silence;
        }
        return new Placed(document, Optional.empty());
    }

    /** A deleted document, where it was when it was deleted: its versions can still be looked at. */
    Optional<Document> deleted(MemberId member, DealId deal, DocumentId id) {
        return rows.find(id)
                .filter(Document::deleted)
                .filter(it -> it.company().equals(member.company()))
                .filter(it -> it.subject().equals(Subject.of(deal)));
    }

    /** What waits to be published is kept, even if somebody deleted its file in Pipedrive meanwhile. */
    private static boolean deletedInPipedrive(Document document) {
        return document.file().isPresent() && !document.waiting();
    }

    // Who asks from elsewhere learns not even that it was deleted.
    private Document own(MemberId member, DealId deal, DocumentId id) {
        Document document = rows.find(id)
                .filter(it -> it.company().equals(member.company()))
                .orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (document.deleted()) {
            boolean here = document.subject().equals(Subject.of(deal));
            throw new Refusal(here ? Reason.DOCUMENT_DELETED : Reason.FILE_GONE);
        }
        return document;
    }

    private Document followed(Document document, PipedriveFile file, DealId deal) {
        if (!deal.equals(file.deal())) {
            throw new Refusal(Reason.FILE_GONE);
        }
        boolean asKnown = document.nameAfter(file.name()).equals(document.name())
                && document.subject().equals(Subject.of(deal));
        return asKnown ? document : transaction.execute(status -> follow(document.id(), file, Subject.of(deal)));
    }

    private Document follow(DocumentId id, PipedriveFile file, Subject subject) {
        Document locked = documents.lock(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        // Else a newer file has taken over meanwhile, with a name and a place of its own.
        if (locked.file().equals(Optional.of(file.id()))) {
            publications.follow(locked, file.name(), subject);
        }
        return rows.find(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
    }
}
