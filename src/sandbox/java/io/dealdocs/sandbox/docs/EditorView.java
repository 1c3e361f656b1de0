package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Change;
import java.util.List;

/** What an editor page is told when it opens: the config as it takes effect. */
record EditorView(
        String id,
        String kind,
        boolean editable,
        String mode,
        String title,
        String fileType,
        long size,
        String lang,
        String theme,
        Rights rights,
        boolean strict,
        boolean changeMode,
        boolean autosave,
        boolean forcesave,
        boolean closeVisible,
        boolean tracks,
        Editor.Person me,
        List<Editor.Person> people,
        List<Talk.Said> chat,
        List<Change> comments) {

    static EditorView of(Editor editor) throws OpenRefusedException {
        OpenConfig config = editor.config();
        Session session = editor.session();
        Source source = session.copy().load(config);
        return new EditorView(
                editor.id(),
                source.content().kind(),
                source.content().editable(),
                mode(config.rights()),
                config.title(),
                source.fileType(),
                source.size(),
                config.lang(),
                config.theme(),
                config.rights(),
                config.strict(),
                config.changeMode(),
                config.autosave(),
                config.forcesave(),
                config.closeVisible(),
                config.tracks(),
                editor.person(),
                session.room().people(),
                session.copy().talk().chat(),
                session.copy().talk().comments());
    }

    private static String mode(Rights rights) {
        if (rights.edit()) {
            return "edit";
        }
        return rights.review() ? "review" : rights.comment() ? "comment" : "view";
    }
}
