package io.dealdocs.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's Docs server, for companies that have none of their own.
 *
 * @param url as browsers reach it; empty for none
 * @param internalUrl as our server reaches it; empty where there is no difference
 * @param secret its JWT secret
 * @param header its JWT header
 * @param allowHttp lets a Docs address be plain http, for a sandbox or a lab
 */
@ConfigurationProperties("dealdocs.docs-server")
record DocsServerProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String internalUrl,
        @DefaultValue("") String secret,
        @DefaultValue("Authorization") String header,
        @DefaultValue("false") boolean allowHttp) {

    boolean present() {
        return !url.isBlank() && !secret.isBlank();
    }

    @Override
    public String toString() {
        return "DocsServerProperties[url=" + url + ", header=" + header + ", allowHttp=" + allowHttp + "]";
    }
}
