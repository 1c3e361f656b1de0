/**
 * The port to an ONLYOFFICE Docs server: signing, verifying, commands and downloads in our words. It keeps no state,
 * knows no company, and nothing outside it knows the server's HTTP, JSON or status numbers.
 */
@NullMarked
package io.dealdocs.onlyoffice;

import org.jspecify.annotations.NullMarked;
