package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks at a line where it is now. */
@Service
class PlacedDocumentDesk implements DocumentDesk {

    private final DealGate gate;
    private final DealFiles dealFiles;
    private final PlacedDocuments placed;
    private final Documents documents;
    private final Publications publications;
    private final JdbcOffers offers;
    private final EditingPresence presence;
    private final DealLine lines;
    private final Renaming renaming;

    PlacedDocumentDesk(
            DealGate gate,
            DealFiles dealFiles,
            PlacedDocuments placed,
            Documents documents,
            Publications publications,
            JdbcOffers offers,
            EditingPresence presence,
            DealLine lines,
            Renaming renaming) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.placed = placed;
        this.documents = documents;
        this.publications = publications;
        this.offers = offers;
        this.presence = presence;
        this.lines = lines;
        this.renaming = renaming;
    }

    @Override
    public DocumentDetails look(MemberId member, DealId deal, DealFile.Ref ref) {
        return switch (Line.parse(ref)) {
            case Line.OfFile(FileId file) -> file(member, deal, file);
            case Line.OfDocument(DocumentId id) -> document(member, deal, id);
        };
    }

    private DocumentDetails file(MemberId member, DealId deal, FileId id) {
        gate.enter(member, deal);
        PipedriveFile file = dealFiles.one(member, deal, id);
        // Opened by somebody since the list was drawn: it is a document by now.
        return publications
                .documentOf(member.company(), id)
                .map(document -> document(member, deal, document))
                .orElseGet(() -> new DocumentDetails(lines.of(file), List.of(), null, null));
    }

    private DocumentDetails document(MemberId member, DealId deal, DocumentId id) {
        Visit visit = gate.visit(member, deal);
        PlacedDocuments.Placed found = gate.askOrKnow(
                visit, () -> placed.on(member, deal, id), silence -> placed.known(member, deal, id, silence));
        Document document = found.document();
        return new DocumentDetails(
                line(document, found.file().orElse(null)),
                offers.lines(id),
                document.attention().orElse(null),
                publications.publishedAt(id).orElse(null));
    }

    private DealFile line(Document document, @Nullable PipedriveFile file) {
        List<DocumentId> ids = List.of(document.id());
        Map<DocumentId, List<String>> editing = presence.editorsOf(ids);
        List<String> editors = editing.getOrDefault(document.id(), List.of());
        DealFile line = file == null
                ? lines.of(document, documents.head(document).orElseThrow(), editors)
                : lines.of(document, documents.head(document), editors, file);
        return presence.unsaved(ids).isEmpty() ? line : line.saveFailed();
    }

    @Override
    public String rename(MemberId member, DealId deal, DealFile.Ref ref, String title) {
        gate.enter(member, deal);
        return switch (Line.parse(ref)) {
            case Line.OfFile(FileId file) ->
                publications
                        .documentOf(member.company(), file)
                        .map(document -> renaming.document(member, deal, document, title))
                        .orElseGet(() -> renaming.file(member, deal, file, title));
            case Line.OfDocument(DocumentId document) -> renaming.document(member, deal, document, title);
        };
    }
}
