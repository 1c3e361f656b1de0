/**
 * The page that shows one document in the editor. It asks the editing sessions, never a port, and never reloads by
 * itself: unsaved work lives in it.
 */
@NullMarked
package io.dealdocs.editing.ui;

import org.jspecify.annotations.NullMarked;
