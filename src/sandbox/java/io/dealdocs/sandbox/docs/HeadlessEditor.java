package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.Saving.ForceSave;
import io.dealdocs.sandbox.docs.office.Change;
import io.dealdocs.sandbox.docs.office.GridRow;
import io.dealdocs.sandbox.docs.office.Line;
import io.dealdocs.sandbox.docs.office.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An open editor without a browser; it passes the same checks and obeys the same config as the page does. */
public final class HeadlessEditor implements AutoCloseable {

    private final Sessions sessions;
    private final Editor editor;
    private final Inbox inbox;
    private final Clock clock;
    private final List<Change> unsent = new ArrayList<>();

    HeadlessEditor(Sessions sessions, Editor editor, Inbox inbox, Clock clock) {
        this.sessions = sessions;
        this.editor = editor;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Gives a paragraph ({@code p0}, {@code s1p0}) or a cell ({@code B2}, {@code 1!B2}) this text. */
    public void type(String block, String text) {
        change(Change.Kind.TEXT, block, "", text);
    }

    /** Adds a paragraph at the end of a text document. */
    public void addParagraph(String text) {
        change(Change.Kind.ADD, "n" + UUID.randomUUID(), "", text);
    }

    /** Types into a cell, of the first sheet unless the reference names another. */
    public void setCell(String ref, String text) {
        type(ref, text);
    }

    /** Adds a line to a slide, counted from 1. */
    public void addSlideText(int slide, String text) {
        change(Change.Kind.ADD, "n" + UUID.randomUUID(), "s" + slide, text);
    }

    /** Remarks something about a place. */
    public void comment(String block, String text) {
        change(Change.Kind.COMMENT, block, "", text);
    }

    /** Says something in the chat. */
    public void say(String text) {
        editor.session().say(editor, text);
    }

    private void change(Change.Kind kind, String block, String after, String text) {
        unsent.add(new Change(
                kind, block, after, text, editor.user(), editor.config().tracks(), clock.instant()));
        if (!keepsUnsent()) {
            sendUnsent();
        }
    }

    /** Strict mode keeps text in the editor, unless one person alone lets it be saved automatically. */
    private boolean keepsUnsent() {
        boolean alone = editor.session().room().editors().size() < 2;
        return editor.config().strict() && !(alone && editor.config().autosave());
    }

    private void sendUnsent() {
        List<Change> changes = List.copyOf(unsent);
        unsent.clear();
        changes.forEach(change -> editor.session().change(editor, change));
    }

    /** Ctrl+S: sends what strict mode kept, and asks for a forced save if the config has one. */
    public void save() {
        sendUnsent();
        if (editor.config().forcesave()) {
            editor.session()
                    .force(new ForceSave(ForceSave.BUTTON, "", editor.user().id()));
        }
    }

    /** Closes the editor as a person does; what strict mode kept is lost. */
    @Override
    public void close() {
        sessions.leave(editor, true);
    }

    /** Loses the connection, as when the page is left. */
    public void drop() {
        sessions.leave(editor, false);
    }

    /** All text as everybody has it, by paragraph or cell, of the first sheet where there are sheets. */
    public Map<String, String> texts() {
        Page page = editor.session().copy().page(0, 0, Integer.MAX_VALUE - 1);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Page.Item item : page.items()) {
            switch (item) {
                case Line line -> texts.put(line.id(), line.text());
                case GridRow row -> row.cells().forEach(cell -> texts.put(cell.ref(), cell.text()));
            }
        }
        return texts;
    }

    /** Edit, review, comment or view. */
    public String mode() throws OpenRefusedException {
        return EditorView.of(editor).mode();
    }

    /** The events this editor got, as {@code name data}. */
    public List<String> events() {
        return inbox.all();
    }

    /** Waits for an event whose {@code name data} contains this. */
    public String awaitEvent(String containing, Duration limit) {
        return inbox.await(containing, limit);
    }
}
