package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.SupersededFiles;
import io.dealdocs.documents.SupersededFiles.Removal;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes superseded files at Pipedrive, once the file that took over is recorded. Each is looked at first: one that
 * hangs on more than the deal or lies at Google stays, and one that the first member asked does not see may still be there.
 */
@Component
class Removals {

    private static final Logger log = LoggerFactory.getLogger(Removals.class);

    private final Documents documents;
    private final Publications publications;
    private final SupersededFiles superseded;
    private final Couriers couriers;
    private final PipedriveFiles files;

    Removals(
            Documents documents,
            Publications publications,
            SupersededFiles superseded,
            Couriers couriers,
            PipedriveFiles files) {
        this.documents = documents;
        this.publications = publications;
        this.superseded = superseded;
        this.couriers = couriers;
        this.files = files;
    }

    void run(DocumentId id) {
        for (FileId file : superseded.due(id)) {
            Document document = documents.find(id).orElseThrow();
            try {
                superseded.settled(document.company(), file, remove(document, file));
            } catch (PipedriveException.ReconnectRequired nobody) {
                log.info("Nobody can delete file {} of document {} now", file, id);
            }
        }
    }

    private Removal remove(Document document, FileId file) {
        Optional<Couriers.Sighting> sighting = couriers.look(document, carrier(document), file);
        if (sighting.isEmpty()) {
            return Removal.DONE;
        }
        return mayGo(sighting.get().file()) ? delete(document, sighting.get()) : Removal.KEPT;
    }

    // Whoever brought the new file there sees the deal for certain.
    private UserId carrier(Document document) {
        return Optional.ofNullable(publications.carriers(List.of(document.id())).get(document.id()))
                .orElseGet(() -> couriers.author(document));
    }

    private static boolean mayGo(PipedriveFile file) {
        return file.attachment() == PipedriveFile.Attachment.DEAL_ONLY && file.storedAtPipedrive();
    }

    private Removal delete(Document document, Couriers.Sighting sighting) {
        FileId file = sighting.file().id();
        try {
            couriers.carry(
                    document,
                    sighting.member().user(),
                    member -> couriers.ask(member, access -> {
                        files.delete(access, file);
                        return file;
                    }));
            return Removal.DONE;
        } catch (PipedriveException.Forbidden | PipedriveException.Rejected refused) {
            return Removal.KEPT;
        }
    }
}
