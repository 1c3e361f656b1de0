/**
 * Opening a document in the editor and getting it saved back: sessions, content and callback addresses, the save path.
 * It never talks to Pipedrive's files and never decides when a version is published.
 */
@NullMarked
package io.dealdocs.editing;

import org.jspecify.annotations.NullMarked;
