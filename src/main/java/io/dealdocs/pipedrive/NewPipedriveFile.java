package io.dealdocs.pipedrive;

import io.dealdocs.shared.ContentSource;
import io.dealdocs.shared.DealId;

/** A file about to be uploaded to a deal. */
public record NewPipedriveFile(DealId deal, String name, String mediaType, ContentSource content) {}
