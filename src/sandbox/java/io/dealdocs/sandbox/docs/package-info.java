/**
 * A strict stand-in for ONLYOFFICE Docs: its api.js, an editor page people can work in together, tokens, keys,
 * callbacks, forgotten files, commands and faults. Must not import anything of DealDocs outside its own packages.
 *
 * <p>A browser test drives the page inside the frame {@code iframe[name=frameEditor]} by {@code data-testid}:
 *
 * <ul>
 *   <li>everywhere: {@code docs-sandbox} (the body; {@code data-state} is loading, saved, unsaved, sending, dropped,
 *       refused or history; {@code data-mode}, {@code data-kind} and {@code data-coediting} say what is in effect),
 *       {@code title}, {@code mode}, {@code state}, {@code lang}, {@code coediting-mode}, {@code badge}, {@code user},
 *       {@code page}, {@code more}, {@code banner}, {@code message}, {@code dialog}, {@code dialog-ok},
 *       {@code dialog-cancel};
 *   <li>tools, each only where allowed: {@code save}, {@code print}, {@code download}, {@code track-changes},
 *       {@code coediting} (a select: fast, strict), {@code comments-toggle}, {@code chat-toggle}, {@code edit-rights},
 *       {@code share}, {@code history}, {@code save-as}, {@code close};
 *   <li>text: {@code paragraph-p0} and {@code add-paragraph} (new ones: {@code [data-block^=n]}); cells: {@code grid},
 *       {@code cell-B2}, {@code sheet-0}; slides: {@code slide-1}, {@code paragraph-s1p0}, {@code add-text-1}; other
 *       files: {@code plain}, {@code file};
 *   <li>beside: {@code chat-input}, {@code chat-send}, {@code chat-message}, {@code comment-input},
 *       {@code comment-send}, {@code comment}; history: {@code version-2}, {@code restore-1}, {@code version},
 *       {@code history-close}.
 * </ul>
 */
@NullMarked
package io.dealdocs.sandbox.docs;

import org.jspecify.annotations.NullMarked;
