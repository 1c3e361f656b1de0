package io.dealdocs.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages say about the product.
 *
 * @param sourceUrl where the running program's source is offered, as its licence demands; empty while the operator has
 *     named no place
 */
@ConfigurationProperties("dealdocs.product")
public record ProductProperties(@DefaultValue("") String sourceUrl) {}
