/**
 * Opening a document in the editor and getting it saved back: sessions, content and callback addresses, the save path.
 * It never talks to Pipedrive's files. Of publishing it decides only that the text of a long session goes there every
 * hour.
 */
@NullMarked
package io.dealdocs.editing;

import org.jspecify.annotations.NullMarked;
