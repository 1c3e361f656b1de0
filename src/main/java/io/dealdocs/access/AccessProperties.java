package io.dealdocs.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may frame our pages.
 *
 * @param frameAncestors sources of a Content-Security-Policy, separated by blanks
 */
@ConfigurationProperties("dealdocs.access")
record AccessProperties(
        @DefaultValue("https://*.pipedrive.com") String frameAncestors) {}
