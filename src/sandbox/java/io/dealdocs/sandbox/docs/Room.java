package io.dealdocs.sandbox.docs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who is in a document, editors and viewers. */
final class Room {

    private final CopyOnWriteArrayList<Editor> present = new CopyOnWriteArrayList<>();

    void add(Editor editor) {
        present.add(editor);
        announce();
    }

    boolean remove(Editor editor) {
        boolean was = present.remove(editor);
        if (was) {
            announce();
        }
        return was;
    }

    /** Takes everybody out, whom nobody can tell any more; false if nobody was here. */
    boolean clear() {
        boolean were = !present.isEmpty();
        present.clear();
        return were;
    }

    boolean has(Editor editor) {
        return present.contains(editor);
    }

    boolean hasEditors() {
        return present.stream().anyMatch(Editor::writes);
    }

    List<Editor> all() {
        return present;
    }

    List<Editor> editors() {
        return present.stream().filter(Editor::writes).toList();
    }

    /** Ids of those who edit, each once. */
    List<String> editorIds() {
        return editors().stream().map(editor -> editor.user().id()).distinct().toList();
    }

    /** Ids of those who only look. */
    List<String> viewerIds() {
        return all().stream()
                .filter(editor -> !editor.writes())
                .map(editor -> editor.user().id())
                .toList();
    }

    List<Editor.Person> people() {
        return present.stream().map(Editor::person).toList();
    }

    void tell(String event, Object data) {
        present.forEach(editor -> editor.wire().send(event, data));
    }

    void tellOthers(Editor sender, String event, Object data) {
        present.stream()
                .filter(editor -> !editor.equals(sender))
                .forEach(editor -> editor.wire().send(event, data));
    }

    private void announce() {
        tell("users", people());
    }
}
