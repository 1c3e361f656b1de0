package io.dealdocs.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of documents.
 *
 * @param uploadLimit the most a person may upload; Pipedrive documents no limit of its own
 * @param importLimit the most that is taken from Pipedrive to be edited; a Docs server opens at most 100 MB
 */
@ConfigurationProperties("dealdocs.documents")
record DocumentsProperties(
        @DefaultValue("50MB") DataSize uploadLimit,
        @DefaultValue("100MB") DataSize importLimit) {}
