/**
 * The deal's panel with its list and its close look at one document, and the window for new documents, as Pipedrive
 * frames them. Its views ask the documents, the editing sessions and the queue, never a port, and hold no rule about who
 * may do what.
 */
@NullMarked
package io.dealdocs.documents.ui;

import org.jspecify.annotations.NullMarked;
