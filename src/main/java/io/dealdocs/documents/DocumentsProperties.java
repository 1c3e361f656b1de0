package io.dealdocs.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of documents.
 *
 * @param uploadLimit the most a person may upload; Pipedrive documents no limit of its own
 * @param importLimit the most that is taken from Pipedrive to be edited; a Docs server opens at most 100 MB
 * @param undoTime how long a deletion can be taken back
 * @param deletionBackOff after the first failure to delete at Pipedrive; doubles up to a quarter of an hour
 * @param poolShare the part of the database connections that may carry pieces of contents at once, at most half of them
 */
@ConfigurationProperties("dealdocs.documents")
record DocumentsProperties(
        @DefaultValue("50MB") DataSize uploadLimit,
        @DefaultValue("100MB") DataSize importLimit,
        @DefaultValue("10s") Duration undoTime,
        @DefaultValue("5s") Duration deletionBackOff,
        @DefaultValue("0.2") double poolShare) {}
