package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.SupersededFiles;
import io.dealdocs.documents.SupersededFiles.Removal;
import io.dealdocs.documents.Version;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.UserId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes superseded files at Pipedrive, once the file that took over is recorded. Each is looked at first: one that
 * hangs on more than the deal stays, and one that the first member asked does not see may still be there.
 */
@Component
class Removals {

    private static final Logger log = LoggerFactory.getLogger(Removals.class);

    private final Documents documents;
    private final SupersededFiles superseded;
    private final Couriers couriers;
    private final PipedriveFiles files;

    Removals(Documents documents, SupersededFiles superseded, Couriers couriers, PipedriveFiles files) {
        this.documents = documents;
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
        UserId author = documents.head(document).flatMap(Version::author).orElse(document.createdBy());
        Optional<Couriers.Sighting> sighting = couriers.look(document, author, file);
        if (sighting.isEmpty()) {
            return Removal.DONE;
        }
        PipedriveFile seen = sighting.get().file();
        return seen.attachment() == PipedriveFile.Attachment.DEAL_ONLY
                ? delete(document, sighting.get())
                : Removal.KEPT;
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
