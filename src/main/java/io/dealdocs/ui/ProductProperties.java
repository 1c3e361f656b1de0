package io.dealdocs.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages say about the product.
 *
 * @param sourceUrl where the source of the running version is offered, as its licence demands; empty where the operator
 *     hands it out in another way
 */
@ConfigurationProperties("dealdocs")
public record ProductProperties(
        @DefaultValue("https://github.com/dealdocs/dealdocs")
        String sourceUrl) {}
