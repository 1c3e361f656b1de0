/**
 * Who installed us: companies, members and their tokens, kept encrypted under the pair of company and user; sign-in,
 * refresh and uninstall. It decides nothing about documents.
 */
@NullMarked
package io.dealdocs.installation;

import org.jspecify.annotations.NullMarked;
