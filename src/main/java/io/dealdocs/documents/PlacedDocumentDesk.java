package io.dealdocs.documents;

import io.dealdocs.installation.Members;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Members members;
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
            Members members,
            Renaming renaming) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.placed = placed;
        this.documents = documents;
        this.publications = publications;
        this.offers = offers;
        this.presence = presence;
        this.lines = lines;
        this.members = members;
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
                .orElseGet(() -> new DocumentDetails(lines.of(file), List.of(), null, null, ""));
    }

    private DocumentDetails document(MemberId member, DealId deal, DocumentId id) {
        PlacedDocuments.Placed found = placed.during(gate.visit(member, deal), id);
        Document document = found.document();
        return new DocumentDetails(
                line(document, found.file().orElse(null)),
                offers.lines(id),
                document.attention().orElse(null),
                publications.publishedAt(id).orElse(null),
                through(document));
    }

    private String through(Document document) {
        UserId carrier = publications.carriers(List.of(document.id())).get(document.id());
        Optional<UserId> author = documents.head(document).flatMap(Version::author);
        return carrier == null || author.filter(carrier::equals).isPresent()
                ? ""
                : members.names(document.company()).getOrDefault(carrier, "");
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
