package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Author;
import io.dealdocs.sandbox.docs.office.Change;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What people say beside the text: the chat, which dies with the session, and comments. */
final class Talk {

    /** Something said in the chat. */
    record Said(String userId, String userName, String text, Instant at) {}

    private final List<Said> chat = new CopyOnWriteArrayList<>();
    private final List<Change> comments = new CopyOnWriteArrayList<>();

    Said say(Author author, String text, Instant at) {
        Said said = new Said(author.id(), author.name(), text, at);
        chat.add(said);
        return said;
    }

    void remark(Change change) {
        if (change.kind() == Change.Kind.COMMENT) {
            comments.add(change);
        }
    }

    List<Said> chat() {
        return chat;
    }

    List<Change> comments() {
        return comments;
    }

    void clear() {
        chat.clear();
        comments.clear();
    }
}
