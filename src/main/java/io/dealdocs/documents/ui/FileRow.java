package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealFile;
import io.dealdocs.ui.Sentences;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells one line of a deal's list in the person's words. */
record FileRow(Sentences sentences) implements Serializable {

    private static final int HEIGHT = 64;
    private static final int STATE_HEIGHT = 20;

    /** The height of a line in pixels; the stylesheet agrees. */
    static int height(DealFile file) {
        return plain(file) ? HEIGHT : HEIGHT + STATE_HEIGHT;
    }

    static boolean plain(DealFile file) {
        return file.state() == DealFile.State.IN_PIPEDRIVE && file.editors().isEmpty();
    }

    static boolean openable(DealFile file) {
        return file.opening() == DealFile.Opening.EDIT || file.opening() == DealFile.Opening.VIEW;
    }

    static boolean savable(DealFile file) {
        return file.opening() != DealFile.Opening.GOOGLE;
    }

    /** Size, day and author. */
    String about(DealFile file) {
        List<String> parts = new ArrayList<>();
        if (savable(file)) {
            parts.add(sentences.size(file.size()));
        }
        parts.add(sentences.day(file.changedAt(), Instant.now()));
        if (!file.changedBy().isBlank()) {
            parts.add(file.changedBy());
        }
        return String.join(" · ", parts);
    }

    /** The same in full. */
    String aboutInFull(DealFile file) {
        String moment = sentences.moment(file.changedAt());
        return file.changedBy().isBlank()
                ? sentences.text("panel.changed", moment)
                : sentences.text("panel.changed.by", moment, file.changedBy());
    }

    /** Who edits it, and where its newest version is, if that is worth a word. */
    String state(DealFile file) {
        List<String> parts = new ArrayList<>();
        if (!file.editors().isEmpty()) {
            parts.add(sentences.text(
                    "panel.edited.by",
                    sentences.names(file.editors()),
                    file.editors().size()));
        }
        switch (file.state()) {
            case WAITING -> parts.add(sentences.text("panel.state.waiting"));
            case NEEDS_ATTENTION -> parts.add(sentences.text("panel.state.attention"));
            case IN_PIPEDRIVE -> {}
        }
        return String.join(" · ", parts);
    }

    /** The look of the state. */
    String mood(DealFile file) {
        if (file.state() == DealFile.State.NEEDS_ATTENTION) {
            return "warn";
        }
        return file.editors().isEmpty() ? "calm" : "live";
    }

    /** What a click on the name does. */
    String opening(DealFile file) {
        return switch (file.opening()) {
            case EDIT -> sentences.text("panel.edit", file.name());
            case VIEW -> sentences.text("panel.view", file.name());
            case GOOGLE -> sentences.text("panel.google", file.name());
            case NONE -> sentences.text("panel.no.editor", file.name());
        };
    }
}
