package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentDetails;
import io.dealdocs.ui.Sentences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells where a document's newest version is, in the person's words. */
record DetailsWords(Sentences sentences, FileRow row) {

    /** Who edits it, when it was stored, and when Pipedrive got it. */
    String state(DocumentDetails details) {
        List<String> parts = new ArrayList<>();
        Instant now = Instant.now();
        details.storedAt().ifPresent(at -> parts.add(sentences.text("details.stored.at", sentences.day(at, now))));
        Instant published = details.publishedAt();
        if (details.line().state() == DealFile.State.IN_PIPEDRIVE && published != null) {
            parts.add(sentences.text("details.published.at", sentences.day(published, now)));
        }
        String told = row.state(details.line());
        if (!told.isEmpty()) {
            parts.add(told);
        }
        return parts.isEmpty() ? row.aboutInFull(details.line()) : String.join(" · ", parts);
    }
}
