package io.dealdocs.editing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.editing.EditingNews;
import io.dealdocs.shared.FileId;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Notice;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Says above the editor what others do to the document. An editor that was sent away shows its last text and tells its
 * page nothing, so the page has to.
 */
final class NewsNotice implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What a person may do about it. */
    record Ways(SerializableRunnable openAgain, SerializableConsumer<FileId> keep, SerializableConsumer<FileId> delete)
            implements Serializable {}

    private final Notice notice;
    private final Ways ways;
    // Whoever has been asked about a file is not asked again while the page is open.
    private final Set<String> asked = new HashSet<>();

    NewsNotice(Notice notice, Ways ways) {
        this.notice = notice;
        this.ways = ways;
    }

    void tell(EditingNews news) {
        switch (news.kind()) {
            case REPLACING, DELETING, DELETED -> notice.warn(sentence(news));
            case REPLACED -> notice.warn(sentence(news), openAgain());
            case CALLED_OFF -> notice.clear();
            case FILE_GONE -> ask(news);
        }
    }

    private void ask(EditingNews news) {
        if (asked.add(news.detail())) {
            FileId file = new FileId(Long.parseLong(news.detail()));
            Button keep =
                    Actions.primary(word("editor.news.keep"), () -> ways.keep().accept(file));
            keep.setTestId("keep-document");
            Button delete = Actions.other(
                    word("editor.news.delete"), () -> ways.delete().accept(file));
            delete.setTestId("delete-document");
            notice.warn(word("editor.news.file_gone"), keep, delete);
        }
    }

    private Button openAgain() {
        Button again = Actions.primary(word("editor.news.again"), ways.openAgain());
        again.setTestId("open-again");
        return again;
    }

    private String sentence(EditingNews news) {
        String key = "editor.news." + news.kind().name().toLowerCase(Locale.ROOT);
        return news.detail().isEmpty() ? word(key) : word(key + ".by", news.detail());
    }

    private String word(String key, Object... arguments) {
        return notice.getTranslation(key, arguments);
    }
}
