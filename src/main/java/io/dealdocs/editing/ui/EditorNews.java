package io.dealdocs.editing.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import io.dealdocs.editing.EditingNews;
import io.dealdocs.installation.NewsWire;
import io.dealdocs.shared.DocumentId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the editor pages of this node what happens to the documents they show. */
@Component
class EditorNews {

    private final ConcurrentMap<DocumentId, List<SerializableConsumer<EditingNews>>> pages = new ConcurrentHashMap<>();

    /** Tells a page about its document from now on, on any thread, until it is unregistered. */
    Registration listen(DocumentId document, SerializableConsumer<EditingNews> page) {
        pages.compute(document, (_, listening) -> {
            List<SerializableConsumer<EditingNews>> all = listening == null ? new CopyOnWriteArrayList<>() : listening;
            all.add(page);
            return all;
        });
        return Registration.once(() -> forget(document, page));
    }

    private void forget(DocumentId document, SerializableConsumer<EditingNews> page) {
        pages.computeIfPresent(document, (_, listening) -> {
            listening.remove(page);
            return listening.isEmpty() ? null : listening;
        });
    }

    @EventListener
    void on(NewsWire.Heard heard) {
        EditingNews.of(heard)
                .ifPresent(
                        news -> pages.getOrDefault(news.document(), List.of()).forEach(page -> page.accept(news)));
    }
}
