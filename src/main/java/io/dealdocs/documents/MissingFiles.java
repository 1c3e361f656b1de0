package io.dealdocs.documents;

import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Documents whose Pipedrive file was deleted in Pipedrive itself while people edit them. */
@Service
public class MissingFiles {

    private final DealFiles dealFiles;
    private final JdbcDocuments rows;
    private final SupersededFiles superseded;
    private final Documents documents;
    private final EditingPresence presence;
    private final ApplicationEventPublisher events;

    MissingFiles(
            DealFiles dealFiles,
            JdbcDocuments rows,
            SupersededFiles superseded,
            Documents documents,
            EditingPresence presence,
            ApplicationEventPublisher events) {
        this.dealFiles = dealFiles;
        this.rows = rows;
        this.superseded = superseded;
        this.documents = documents;
        this.presence = presence;
        this.events = events;
    }

    /** Notices documents of a deal that people edit and whose file its list, read with a member's eyes, lacks. */
    void notice(MemberId member, DealId deal, Collection<PipedriveFile> listed) {
        Set<FileId> there = new HashSet<>(listed.stream().map(PipedriveFile::id).toList());
        List<Document> missing = rows.of(member.company(), Subject.of(deal), List.of()).stream()
                .filter(document -> !document.deleted())
                .filter(document -> document.file().filter(there::contains).isEmpty())
                .toList();
        Set<DocumentId> edited =
                presence.editorsOf(missing.stream().map(Document::id).toList()).keySet();
        missing.stream().filter(document -> edited.contains(document.id())).forEach(it -> ask(member, it));
    }

    // A list may be cut short, and a file may hang on another deal by now: only its own address proves that it is gone.
    private void ask(MemberId member, Document document) {
        document.file()
                .filter(file -> gone(member, file))
                .ifPresent(file -> events.publishEvent(new CarrierGone(document.id(), file)));
    }

    // Where Pipedrive does not tell, the list that was asked for comes all the same: the next one notices again.
    private boolean gone(MemberId member, FileId file) {
        try {
            return dealFiles.find(member, file).isEmpty();
        } catch (Refusal silent) {
            return false;
        }
    }

    /** Forgets the deleted file of a locked document, which is without one then and waits for Pipedrive. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Document locked, FileId file) {
        if (locked.file().equals(Optional.of(file))) {
            superseded.supersede(locked.id(), Optional.of(file));
            rows.unpublished(locked.id());
        }
    }

    /** Puts a locked document back whose file was deleted: it gets a new one, even while people edit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putBack(Document locked, FileId file) {
        forget(locked, file);
        documents.publish(locked, Urgency.NOW);
    }
}
