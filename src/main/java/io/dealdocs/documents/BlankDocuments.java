package io.dealdocs.documents;

import io.dealdocs.shared.ContentSource;
import java.util.Locale;

/** Makes empty documents. */
interface BlankDocuments {

    /** An empty document whose proofing language and page size suit the person's language and country. */
    ContentSource create(DocumentKind kind, Locale locale);
}
