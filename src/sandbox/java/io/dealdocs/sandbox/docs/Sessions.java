package io.dealdocs.sandbox.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** All keys the server knows, and all editors that are open. */
final class Sessions {

    private final World world;
    private final OpenCheck check;
    private final Sources sources;
    private final Saving saving;
    private final Forgotten forgotten;
    private final Map<String, Session> byKey = new ConcurrentHashMap<>();
    private final Map<String, Editor> editors = new ConcurrentHashMap<>();

    Sessions(World world, Sources sources, Saving saving, Forgotten forgotten) {
        this.world = world;
        this.check = new OpenCheck(world);
        this.sources = sources;
        this.saving = saving;
        this.forgotten = forgotten;
    }

    /**
     * Opens an editor.
     *
     * @param page the config as the page has it, token included
     * @param base how the page's browser addresses the Docs server
     */
    Editor open(JsonNode page, String base, Wire wire) throws OpenRefusedException {
        OpenConfig config = check.read(page);
        Session session = byKey.computeIfAbsent(config.key(), key -> new Session(key, world, sources, saving));
        Editor editor = session.enter(config, base, wire);
        editors.put(editor.id(), editor);
        try {
            session.copy().load(config);
            return editor;
        } catch (OpenRefusedException e) {
            leave(editor, true);
            throw e;
        }
    }

    Optional<Editor> editor(String id) {
        return Optional.ofNullable(editors.get(id));
    }

    /** Takes an editor out, once however often it is said. */
    void leave(Editor editor, boolean explicitly) {
        if (editors.remove(editor.id(), editor)) {
            editor.session().leave(editor, explicitly);
        }
    }

    Optional<Session> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    List<SessionState> states() {
        return byKey.entrySet().stream()
                .map(entry ->
                        entry.getValue().state(forgotten.find(entry.getKey()).isPresent()))
                .toList();
    }

    /** The server went down: every connection breaks, and nothing is posted. */
    void goDown() {
        byKey.values().forEach(Session::goDown);
        disconnect(List.copyOf(editors.values()));
    }

    void comeUp() {
        byKey.values().forEach(Session::comeUp);
    }

    /** Loses a session with all that was typed in it; nothing is posted. */
    void lose(String key) {
        find(key).ifPresent(session -> {
            session.abandon();
            byKey.remove(key, session);
            disconnect(editors.values().stream()
                    .filter(editor -> editor.session().equals(session))
                    .toList());
        });
    }

    private void disconnect(List<Editor> gone) {
        gone.forEach(editor -> {
            editors.remove(editor.id(), editor);
            editor.wire().end();
        });
    }

    void clear() {
        byKey.values().forEach(Session::abandon);
        byKey.clear();
        disconnect(List.copyOf(editors.values()));
    }
}
