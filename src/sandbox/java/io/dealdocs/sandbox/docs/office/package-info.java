/**
 * Reads the text of office files and writes changed text back into them, leaving every other part and character alone.
 * Must not know HTTP, sessions or tokens.
 */
@NullMarked
package io.dealdocs.sandbox.docs.office;

import org.jspecify.annotations.NullMarked;
