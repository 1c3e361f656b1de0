/**
 * What all pages share: the shell with its look, cards and notices, sentences in the person's language, work off the
 * page's lock, and what happens when a page fails. It knows no feature, no port and nobody's identity.
 */
@NullMarked
package io.dealdocs.ui;

import org.jspecify.annotations.NullMarked;
