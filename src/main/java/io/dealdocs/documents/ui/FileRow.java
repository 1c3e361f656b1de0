package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealFile;
import io.dealdocs.ui.Sentences;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells one line of a deal's list in the person's words. */
record FileRow(Sentences sentences) implements Serializable {

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
        return told(file, "");
    }

    /** The same in full. */
    String stateInFull(DealFile file) {
        return told(file, ".full");
    }

    private String told(DealFile file, String length) {
        List<String> parts = new ArrayList<>();
        if (!file.editors().isEmpty()) {
            parts.add(sentences.text("panel.editing", sentences.names(file.editors())));
        }
        switch (file.state()) {
            case WAITING -> parts.add(sentences.text("panel.state.waiting" + length));
            case NEEDS_ATTENTION -> parts.add(sentences.text("panel.state.attention" + length));
            case SAVE_FAILED -> parts.add(sentences.text("panel.state.failed" + length));
            case IN_PIPEDRIVE -> {}
        }
        return String.join(" · ", parts);
    }

    /** The look of the state. */
    String mood(DealFile file) {
        if (file.state() == DealFile.State.NEEDS_ATTENTION || file.state() == DealFile.State.SAVE_FAILED) {
            return "warn";
        }
        return file.editors().isEmpty() ? "calm" : "live";
    }

    /** What a click on the name does. */
    String opening(DealFile file) {
        return switch (file.opening()) {
            case EDIT -> sentences.text("panel.edit", file.name());
            case VIEW -> sentences.text("panel.view", file.name());
            case GOOGLE -> sentences.text(file.outside().isEmpty() ? "panel.google" : "panel.google.open", file.name());
            case NONE -> sentences.text("panel.no.editor", file.name());
        };
    }
}
