/**
 * The deal's panel and the window for new documents, as Pipedrive frames them. Its views ask the documents and the
 * editing sessions, never a port, and hold no rule about who may do what.
 */
@NullMarked
package io.dealdocs.documents.ui;

import org.jspecify.annotations.NullMarked;
