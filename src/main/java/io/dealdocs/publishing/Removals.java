package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.Publications.Removal;
import io.dealdocs.documents.Version;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes superseded files at Pipedrive, once the file that took over is recorded. */
@Component
class Removals {

    private final Documents documents;
    private final Publications publications;
    private final Couriers couriers;
    private final PipedriveFiles files;

    Removals(Documents documents, Publications publications, Couriers couriers, PipedriveFiles files) {
        this.documents = documents;
        this.publications = publications;
        this.couriers = couriers;
        this.files = files;
    }

    void run(DocumentId id) {
        List<FileId> due = publications.removalsDue(id);
        if (due.isEmpty()) {
            return;
        }
        Document document = documents.find(id).orElseThrow();
        Version head = documents.head(document).orElseThrow();
        due.forEach(file -> remove(document, head, file));
    }

    private void remove(Document document, Version head, FileId file) {
        try {
            couriers.carry(
                    document,
                    head,
                    member -> couriers.ask(member, access -> {
                        files.delete(access, file);
                        return file;
                    }));
            publications.removed(document.company(), file, Removal.DONE);
        } catch (PipedriveException.NotFound | PipedriveException.Forbidden | PipedriveException.Rejected refused) {
            // It stays, folded under the document: a list never shows a superseded file.
            publications.removed(document.company(), file, Removal.KEPT);
        }
    }
}
