package io.dealdocs.documents;

import io.dealdocs.onlyoffice.Format;
import io.dealdocs.onlyoffice.Formats;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a document of a line that is to be opened. Two people who open a file first at once meet in one document; a
 * Pipedrive file's content never changes under one id, so it is imported once.
 */
@Service
public class DocumentImport {

    private final DealGate gate;
    private final DealFiles dealFiles;
    private final PipedriveFiles files;
    private final JdbcDocuments rows;
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
            JdbcDocuments rows,
            Documents documents,
            Publications publications,
            ContentStore store,
            Formats formats,
            DocumentsProperties limits,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.files = files;
        this.rows = rows;
        this.documents = documents;
        this.publications = publications;
        this.store = store;
        this.formats = formats;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Makes a line ready to be opened: the member may see the deal, the file hangs on it, and what can be edited is in
     * our store.
     *
     * @throws Refusal with the reason a person is told
     */
    public Document open(MemberId member, DealId deal, DealFile.Ref ref) {
        return switch (Line.parse(ref)) {
            case Line.OfDocument(DocumentId id) -> openDocument(member, deal, id);
            case Line.OfFile(FileId file) -> openFile(member, deal, file);
        };
    }

    private Document openDocument(MemberId member, DealId deal, DocumentId id) {
        gate.enter(member, deal);
        Document document = known(member.company(), id, Subject.of(deal));
        return document.head().isPresent() || document.file().isEmpty()
                ? document
                : openFile(member, deal, document.file().get());
    }

    private Document known(CompanyId company, DocumentId id, Subject subject) {
        Document document = rows.find(id)
                .filter(it -> it.company().equals(company) && it.subject().equals(subject))
                .orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (document.deleted()) {
            throw new Refusal(Reason.DOCUMENT_DELETED);
        }
        return document;
    }

    private Document openFile(MemberId member, DealId deal, FileId id) {
        gate.enter(member, deal);
        PipedriveFile file = dealFiles.one(member, deal, id);
        Format format = openable(file);
        DocumentId document = identity(member, deal, file);
        if (format.editable() && rows.find(document).flatMap(documents::head).isEmpty()) {
            importContent(member, file, document);
        }
        return known(member.company(), document, Subject.of(deal));
    }

    private Format openable(PipedriveFile file) {
        if (!file.storedAtPipedrive()) {
            throw new Refusal(Reason.HELD_BY_GOOGLE);
        }
        if (file.size() == 0) {
            throw new Refusal(Reason.FILE_EMPTY);
        }
        return formats.ofName(file.name())
                .filter(Format::viewable)
                .orElseThrow(() -> new Refusal(Reason.FORMAT_UNSUPPORTED, extension(file.name())));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private DocumentId identity(MemberId member, DealId deal, PipedriveFile file) {
        return publications
                .documentOf(member.company(), file.id())
                .or(() -> claim(member, deal, file))
                .or(() -> publications.documentOf(member.company(), file.id()))
                .orElseThrow();
    }

    private Optional<DocumentId> claim(MemberId member, DealId deal, PipedriveFile file) {
        DocumentId id = DocumentId.random();
        return transaction.execute(status -> {
            rows.insert(id, member.company(), Subject.of(deal), file.name(), member.user());
            if (publications.claim(member.company(), file.id(), id)) {
                return Optional.of(id);
            }
            // Somebody opened the file first in the same moment: theirs is the document.
            rows.delete(id);
            return Optional.<DocumentId>empty();
        });
    }

    private void importContent(MemberId member, PipedriveFile file, DocumentId document) {
        long limit = limits.importLimit().toBytes();
        if (file.size() > limit) {
            throw new Refusal(Reason.FILE_TOO_LARGE, limit);
        }
        StoredContent content = gate.ask(
                member,
                Reason.FILE_GONE,
                access -> files.download(access, file.id(), (bytes, size) -> store.store(bytes, file.size(), limit)));
        boolean needed = transaction.execute(status -> firstVersion(document, file, content));
        if (!needed) {
            store.discard(content.id());
        }
    }

    private boolean firstVersion(DocumentId id, PipedriveFile file, StoredContent content) {
        Document locked = documents.lock(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (locked.head().isPresent()) {
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
