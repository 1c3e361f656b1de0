/**
 * A strict stand-in for Pipedrive: sign-in, marketplace, deal pages that frame the app, the REST interface and the file
 * storage, on three local ports.
 *
 * <p>It must not import anything of DealDocs itself, so that the two can only agree by way of the wire.
 */
@NullMarked
package io.dealdocs.sandbox.pipedrive;

import org.jspecify.annotations.NullMarked;
