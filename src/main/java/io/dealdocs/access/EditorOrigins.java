package io.dealdocs.access;

import io.dealdocs.shared.DocumentId;
import java.util.Optional;

/** Tells which foreign origin an editor page must be allowed to frame; answered by the package that runs sessions. */
public interface EditorOrigins {

    /** The Docs server's origin for a document, if the document is known. */
    Optional<String> of(DocumentId document);
}
