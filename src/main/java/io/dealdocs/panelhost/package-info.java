/**
 * The Pipedrive page that frames ours, as a component: size, theme, tokens, modals, confirmations, and tabs and
 * downloads from inside its frame. It decides nothing, and trusts nothing that comes from the browser.
 */
@NullMarked
package io.dealdocs.panelhost;

import org.jspecify.annotations.NullMarked;
