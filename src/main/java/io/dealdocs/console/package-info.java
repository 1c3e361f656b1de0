/**
 * The pages outside Pipedrive: what this is, how to connect, and what came of connecting. They know nobody and show
 * nobody's data.
 */
@NullMarked
package io.dealdocs.console;

import org.jspecify.annotations.NullMarked;
