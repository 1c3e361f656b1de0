package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.FileName;
import io.dealdocs.shared.Subject;
import io.dealdocs.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One living document.
 *
 * @param name with its extension
 * @param head the version that is the document; none while only Pipedrive has the content
 * @param published the version that Pipedrive holds
 * @param revision part of the document key
 * @param file the Pipedrive file that carries it now
 * @param attention why a person must decide, if so
 */
public record Document(
        DocumentId id,
        CompanyId company,
        Subject subject,
        String name,
        OptionalInt head,
        OptionalInt published,
        long revision,
        Optional<FileId> file,
        Optional<Attention> attention,
        UserId createdBy,
        Instant createdAt,
        boolean deleted) {

    /**
     * The name that the document takes from its file in Pipedrive, where people rename it: without the extension the
     * content has, nobody could open it any more.
     */
    public String nameAfter(String seen) {
        String extension = FileName.of(name).extension();
        boolean kept = extension.isEmpty() || FileName.of(seen).extension().equalsIgnoreCase(extension);
        return kept ? seen : seen + extension;
    }

    /** Whether Pipedrive lacks the newest version. */
    public boolean waiting() {
        return !deleted && head.isPresent() && !head.equals(published);
    }
}
