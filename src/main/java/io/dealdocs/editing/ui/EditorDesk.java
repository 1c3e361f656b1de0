package io.dealdocs.editing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import io.dealdocs.editing.EditorLaunch;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Trouble;
import org.springframework.stereotype.Component;

/** Launches documents off the page's lock. */
@Component
record EditorDesk(EditorSessions sessions, Background background) {

    void launch(
            UI ui,
            MemberId member,
            DocumentId document,
            boolean dark,
            SerializableConsumer<EditorLaunch> done,
            SerializableConsumer<Trouble> trouble) {
        background.run(ui, () -> sessions.launch(member, document, dark), done, trouble);
    }
}
