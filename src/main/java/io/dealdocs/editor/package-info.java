/**
 * The editor of an ONLYOFFICE Docs server as a component. It knows neither documents nor people, and nothing it tells is
 * to be believed when content is saved: that is the signed callback's part.
 */
@NullMarked
package io.dealdocs.editor;

import org.jspecify.annotations.NullMarked;
