package io.dealdocs.onlyoffice;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Docs servers lie.
 *
 * @param inside names of Docs servers, or addresses with such, that may lead into our own network; a star for all names
 */
@ConfigurationProperties("dealdocs.docs.network")
record DocsNetwork(@DefaultValue List<String> inside) {}
