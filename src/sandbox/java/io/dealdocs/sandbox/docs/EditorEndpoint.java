package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.Saving.ForceSave;
import io.dealdocs.sandbox.docs.office.Change;
import io.dealdocs.sandbox.docs.office.UnknownBlockException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What editor pages ask: to open, to listen, to change, to talk, to save, to leave. */
final class EditorEndpoint implements Endpoint {

    static final String ROOT = "/editor/";

    /** A page that opened and never listened has gone before it began. */
    private static final Duration NEVER_CAME = Duration.ofSeconds(20);

    private final World world;
    private final Sessions sessions;
    private final Assembler assembler;
    private final Results results;

    EditorEndpoint(World world, Sessions sessions, Assembler assembler, Results results) {
        this.results = results;
        this.world = world;
        this.sessions = sessions;
        this.assembler = assembler;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String[] parts = exchange.path().substring(ROOT.length()).split("/", -1);
        if (parts.length == 1 && parts[0].equals("open") && exchange.isPost()) {
            open(exchange);
            return;
        }
        Optional<Editor> editor = sessions.editor(parts[0]);
        if (editor.isEmpty() || parts.length != 2) {
            exchange.answer(404, "This editor is not connected");
            return;
        }
        try {
            ask(exchange, editor.get(), parts[1]);
        } catch (NotAllowedException | UnknownBlockException e) {
            exchange.answer(403, String.valueOf(e.getMessage()));
        }
    }

    private void open(Exchange exchange) throws IOException {
        EventStream stream = new EventStream();
        try {
            Editor editor = sessions.open(exchange.json(), exchange.base(), stream);
            world.timers().after(NEVER_CAME, () -> {
                if (!stream.attached()) {
                    sessions.leave(editor, false);
                }
            });
            exchange.json(EditorView.of(editor));
        } catch (OpenRefusedException e) {
            exchange.json(Map.of("refused", Map.of("code", e.code(), "message", String.valueOf(e.getMessage()))));
        }
    }

    private void ask(Exchange exchange, Editor editor, String what) throws IOException {
        switch (what) {
            case "events" -> listen(exchange, editor);
            case "content" -> content(exchange, editor);
            case "download" -> download(exchange, editor);
            case "copy" -> copy(exchange, editor);
            case "changes" -> changes(exchange, editor);
            case "chat" -> chat(exchange, editor);
            case "save" -> save(exchange, editor);
            case "close", "gone" -> leave(exchange, editor, what.equals("close"));
            default -> exchange.answer(404, "An editor has no " + what);
        }
    }

    private void listen(Exchange exchange, Editor editor) throws IOException {
        if (!(editor.wire() instanceof EventStream stream)) {
            exchange.answer(404, "This editor has no page");
            return;
        }
        try {
            stream.pour(exchange);
        } finally {
            sessions.leave(editor, false);
        }
    }

    private static void content(Exchange exchange, Editor editor) throws IOException {
        exchange.json(editor.session()
                .copy()
                .page(exchange.query("group", 0), exchange.query("from", 0), exchange.query("count", 200)));
    }

    private void download(Exchange exchange, Editor editor) throws IOException {
        if (!editor.config().rights().download()) {
            throw new NotAllowedException("No download here");
        }
        Path file = assembler.draft(editor.session().copy().snapshot());
        FileAnswer.of(file, editor.config().title()).send(exchange);
    }

    private void copy(Exchange exchange, Editor editor) throws IOException {
        Snapshot snapshot = editor.session().copy().snapshot();
        String fileType = snapshot.source().fileType();
        String key = editor.config().key();
        String url = results.publish(editor.base(), key, assembler.draft(snapshot), "output." + fileType);
        exchange.json(Map.of("url", url, "title", editor.config().title(), "fileType", fileType));
    }

    private void changes(Exchange exchange, Editor editor) throws IOException {
        take(editor, exchange.json());
        exchange.json(Map.of("error", 0));
    }

    private void take(Editor editor, JsonNode body) {
        for (JsonNode change : body.path("changes")) {
            editor.session().change(editor, change(editor, change));
        }
    }

    private Change change(Editor editor, JsonNode change) {
        String kind = change.path("kind").asString("TEXT").toUpperCase(Locale.ROOT);
        return new Change(
                Change.Kind.valueOf(kind),
                change.path("block").asString(""),
                change.path("after").asString(""),
                change.path("text").asString(""),
                editor.user(),
                editor.config().tracks() || change.path("tracked").asBoolean(false),
                world.clock().instant());
    }

    private static void chat(Exchange exchange, Editor editor) throws IOException {
        editor.session().say(editor, exchange.json().path("text").asString(""));
        exchange.json(Map.of("error", 0));
    }

    private static void save(Exchange exchange, Editor editor) throws IOException {
        int result = editor.config().forcesave() && editor.session().room().has(editor)
                ? editor.session()
                        .force(new ForceSave(ForceSave.BUTTON, "", editor.user().id()))
                : 4;
        exchange.json(Map.of("error", result));
    }

    /** What was typed in the last moment comes along, because a page that is left cannot wait for an answer. */
    private void leave(Exchange exchange, Editor editor, boolean explicitly) throws IOException {
        try {
            take(editor, exchange.json());
        } finally {
            sessions.leave(editor, explicitly);
        }
        exchange.json(Map.of("error", 0));
    }
}
