package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;

/** What a line of a list names: a Pipedrive file that is no document of ours, or a document. */
sealed interface Line {

    /** A file that nobody has opened through us yet. */
    record OfFile(FileId file) implements Line {}

    /** A document of ours. */
    record OfDocument(DocumentId document) implements Line {}

    /** The reference that comes back from a page. */
    default DealFile.Ref ref() {
        return switch (this) {
            case OfFile(FileId file) -> new DealFile.Ref("f" + file);
            case OfDocument(DocumentId document) -> DealFile.Ref.of(document);
        };
    }

    /** Reads a reference; one that we never made is a file that is gone. */
    static Line parse(DealFile.Ref ref) {
        try {
            String id = ref.value().substring(1);
            return switch (ref.value().charAt(0)) {
                case 'f' -> new OfFile(new FileId(Long.parseLong(id)));
                case 'd' -> new OfDocument(DocumentId.parse(id));
                default -> throw new Refusal(Reason.FILE_GONE);
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException nonsense) {
            throw new Refusal(Reason.FILE_GONE);
        }
    }
}
