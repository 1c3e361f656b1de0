/**
 * The queue to Pipedrive: when a document's head goes there, how it replaces the file before, and what is done when an
 * answer is lost. It stores no versions and knows no editing session.
 */
@NullMarked
package io.dealdocs.publishing;

import org.jspecify.annotations.NullMarked;
