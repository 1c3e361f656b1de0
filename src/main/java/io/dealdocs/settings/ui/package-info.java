/**
 * The settings page that Pipedrive frames. It shows no stored secret, and everything it asks for is checked by the
 * settings themselves.
 */
@NullMarked
package io.dealdocs.settings.ui;

import org.jspecify.annotations.NullMarked;
