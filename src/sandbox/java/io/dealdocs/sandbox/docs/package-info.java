/**
 * A strict stand-in for ONLYOFFICE Docs: its api.js, an editor page people can work in together, tokens, keys,
 * callbacks, forgotten files, commands and faults. Must not import anything of DealDocs outside its own packages.
 */
@NullMarked
package io.dealdocs.sandbox.docs;

import org.jspecify.annotations.NullMarked;
