package io.dealdocs.editing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import io.dealdocs.editing.EditingNews;
import io.dealdocs.editing.EditorLaunch;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.editing.GoneFiles;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Trouble;
import org.springframework.stereotype.Component;

/** Launches documents off the page's lock, and brings the news about them into it. */
@Component
record EditorDesk(EditorSessions sessions, GoneFiles goneFiles, EditorNews news, Background background) {

    void launch(
            EditorPage.Order order, SerializableConsumer<EditorLaunch> done, SerializableConsumer<Trouble> trouble) {
        background.run(order.ui(), () -> launch(order), done, trouble);
    }

    private EditorLaunch launch(EditorPage.Order order) {
        MemberId member = order.member().id();
        if (order.isVersion()) {
            return sessions.show(member, order.document(), order.version(), order.dark());
        }
        return order.byLink()
                ? sessions.launchByLink(member, order.document(), order.dark())
                : sessions.launch(member, order.document(), order.dark());
    }

    /** What is told about a document, in the page, until it is unregistered. */
    Registration listen(UI ui, DocumentId document, SerializableConsumer<EditingNews> page) {
        return news.listen(document, it -> Background.back(ui, () -> page.accept(it)));
    }

    /** An answer about a document whose file was deleted in Pipedrive itself. */
    record Answer(MemberId member, DocumentId document, FileId file, boolean keep) {}

    void answer(UI ui, Answer answer, SerializableRunnable done, SerializableConsumer<Trouble> trouble) {
        background.run(ui, () -> tell(answer), _ -> done.run(), trouble);
    }

    private boolean tell(Answer answer) {
        if (answer.keep()) {
            goneFiles.keep(answer.member(), answer.document(), answer.file());
        } else {
            goneFiles.delete(answer.member(), answer.document(), answer.file());
        }
        return answer.keep();
    }
}
