package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;

/**
 * The Pipedrive file that carries a document was deleted in Pipedrive itself. Told whenever it is noticed, so more than
 * once. Unless somebody decides otherwise the document stays, and its next version gets a new file.
 */
public record CarrierGone(DocumentId document, FileId file) {}
