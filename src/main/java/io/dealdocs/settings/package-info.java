/**
 * Each company's own settings: which Docs server, which secret, how people edit together. It checks what an admin
 * enters, and never shows a stored secret again.
 */
@NullMarked
package io.dealdocs.settings;

import org.jspecify.annotations.NullMarked;
