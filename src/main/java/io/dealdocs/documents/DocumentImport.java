package io.dealdocs.documents;

import io.dealdocs.documents.PlacedDocuments.Placed;
import io.dealdocs.onlyoffice.Format;
import io.dealdocs.onlyoffice.Formats;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a document of a line that is to be opened. A Pipedrive file's content never changes under one id, so it is
 * imported once.
 */
@Service
public class DocumentImport {

    private final DealGate gate;
    private final DealFiles dealFiles;
    private final PipedriveFiles files;
    private final FileIdentity identity;
    private final PlacedDocuments placed;
    private final Documents documents;
    private final Publications publications;
    private final ContentStore store;
    private final Formats formats;
    private final DocumentsProperties limits;
    private final TransactionTemplate transaction;

    DocumentImport(
            DealGate gate,
            DealFiles dealFiles,
            PipedriveFiles files,
            FileIdentity identity,
            PlacedDocuments placed,
            Documents documents,
            Publications publications,
            ContentStore store,
            Formats formats,
            DocumentsProperties limits,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.files = files;
        this.identity = identity;
        this.placed = placed;
        this.documents = documents;
        this.publications = publications;
        this.store = store;
        this.formats = formats;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Makes a line ready to be opened: the member may see the deal, the file hangs on it, and what can be edited is in
     * our store. A file id of the past leads to the document that it once carried.
     *
     * @throws Refusal with the reason a person is told
     */
    public Document open(MemberId member, DealId deal, DealFile.Ref ref) {
        Visit visit = gate.visit(member, deal);
        return switch (Line.parse(ref)) {
            case Line.OfDocument(DocumentId id) -> ready(member, placed.during(visit, id));
            case Line.OfFile(FileId file) -> openFile(visit, file);
        };
    }

    /** Whether a document that can be edited lacks its content. */
    public boolean incomplete(Document document) {
        return document.head().isEmpty()
                && formats.ofName(document.name()).filter(Format::editable).isPresent();
    }

    private Document openFile(Visit visit, FileId id) {
        MemberId member = visit.member();
        DealId deal = visit.deal();
        Optional<DocumentId> known = publications.documentOf(member.company(), id);
        if (known.isPresent()) {
            return ready(member, placed.during(visit, known.get()));
        }
        PipedriveFile file = gate.askOrKnow(visit, () -> dealFiles.one(member, deal, id), silence -> {
            throw silence;
        });
        openable(file.name(), file);
        DocumentId document = identity.of(member, deal, file);
        return ready(member, new Placed(documents.find(document).orElseThrow(), Optional.of(file)));
    }

    private Document ready(MemberId member, Placed line) {
        Document document = line.document();
        if (document.head().isPresent() || line.file().isEmpty()) {
            return document;
        }
        PipedriveFile file = line.file().get();
        if (openable(document.name(), file).editable()) {
            importContent(member, file, document.id());
        }
        return documents.find(document.id()).orElseThrow();
    }

    private Format openable(String name, PipedriveFile file) {
        if (!file.storedAtPipedrive()) {
            throw new Refusal(Reason.HELD_BY_GOOGLE);
        }
        if (file.size() == 0) {
            throw new Refusal(Reason.FILE_EMPTY);
        }
        return formats.ofName(name)
                .filter(Format::viewable)
                .orElseThrow(() -> new Refusal(Reason.FORMAT_UNSUPPORTED, extension(name)));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private void importContent(MemberId member, PipedriveFile file, DocumentId document) {
        long limit = limits.importLimit().toBytes();
        if (file.size() > limit) {
            throw new Refusal(Reason.FILE_TOO_LARGE, limit);
        }
        StoredContent content = content(member, file, limit);
        boolean needed = transaction.execute(status -> firstVersion(document, file, content));
        if (!needed) {
            store.discard(content.id());
        }
    }

    private StoredContent content(MemberId member, PipedriveFile file, long limit) {
        try {
            return gate.ask(
                    member,
                    Reason.FILE_GONE,
                    access ->
                            files.download(access, file.id(), (bytes, size) -> store.store(bytes, file.size(), limit)));
        } catch (UncheckedIOException brokenOff) {
            // Pipedrive hands out another number of bytes than it says the file has.
            throw new Refusal(Reason.PIPEDRIVE_SILENT);
        }
    }

    private boolean firstVersion(DocumentId id, PipedriveFile file, StoredContent content) {
        Document locked = documents.lock(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (locked.head().isPresent() || locked.deleted()) {
            return false;
        }
        String author = file.uploaderName() == null ? "" : file.uploaderName();
        int number = documents.add(
                locked,
                NewVersion.imported(content, Optional.of(file.uploader()), author),
                Documents.Effect.HEAD,
                Optional.empty());
        publications.alreadyHeld(locked, number);
        return true;
    }
}
