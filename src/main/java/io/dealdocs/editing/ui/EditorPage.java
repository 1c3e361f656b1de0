package io.dealdocs.editing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.editing.EditingNews;
import io.dealdocs.editing.EditorLaunch;
import io.dealdocs.editor.DocumentEditor;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Trouble;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One document in the editor for one person, from opening to leaving. */
final class EditorPage extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /**
     * What is opened for whom.
     *
     * @param version the one version that is only looked at, or {@link #NEWEST}
     * @param byLink whether they came by a link, and not from the document's deal a moment ago
     */
    record Order(UI ui, CurrentMember member, DocumentId document, int version, boolean dark, boolean byLink)
            implements Serializable {

        /** The document itself. */
        static final int NEWEST = 0;

        boolean isVersion() {
            return version != NEWEST;
        }
    }

    private final EditorDesk desk;
    private final Order order;
    private final Sentences sentences;
    private final DocumentEditor editor = new DocumentEditor();
    private final EditorStates states = new EditorStates();
    private final Notice notice = new Notice();
    private final NewsNotice news = new NewsNotice(
            notice, new NewsNotice.Ways(this::open, file -> answer(file, true), file -> answer(file, false)));
    private @Nullable EditorLaunch launch;
    private boolean opening = true;
    private @Nullable Registration listening;

    EditorPage(EditorDesk desk, Order order) {
        this.desk = desk;
        this.order = order;
        sentences = new Sentences(order.member().locale(), order.member().timeZone());
        editor.setId("document-editor");
        getContent().addClassName("dd-editor");
        getContent().add(notice, editor, states);
        listen();
        open();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listening = desk.listen(order.ui(), order.document(), this::heard);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
        }
    }

    // What is being opened is opened as it is by then.
    private void heard(EditingNews about) {
        if (!opening) {
            news.tell(about);
        }
    }

    private void answer(FileId file, boolean keep) {
        EditorDesk.Answer answer = new EditorDesk.Answer(order.member().id(), order.document(), file, keep);
        desk.answer(order.ui(), answer, notice::clear, trouble -> notice.warn(sentences.of(trouble)));
    }

    private void listen() {
        editor.addReadyListener(event -> ready(event.isViewOnly()));
        editor.addFailedListener(event -> failed(EditorFault.of(event.getCode()), event));
        editor.addUnreachableListener(_ -> states.unreachable(order.member().admin(), this::open));
        editor.addConfigWantedListener(_ -> start(this::refresh));
        editor.addStaleListener(
                _ -> states.fault(EditorFault.EXPIRED, 0, order.member().admin(), this::open));
        editor.addCloseListener(_ -> close());
    }

    private void open() {
        notice.clear();
        states.opening();
        start(found -> editor.open(found.apiScript(), found.config()));
    }

    private void refresh(EditorLaunch found) {
        editor.refresh(found.apiScript(), found.config());
    }

    private void start(SerializableConsumer<EditorLaunch> next) {
        opening = true;
        desk.launch(
                order,
                found -> {
                    launch = found;
                    opening = false;
                    editor.setWayBack(found.back());
                    order.ui().getPage().setTitle(found.title());
                    next.accept(found);
                },
                this::refused);
    }

    private void refused(Trouble trouble) {
        states.trouble(trouble, sentences, this::open);
    }

    private void ready(boolean viewOnly) {
        states.none();
        if (order.isVersion()) {
            notice.warn(getTranslation("editor.version"));
        } else if (viewOnly && launch != null && launch.editable()) {
            notice.warn(getTranslation("editor.view.only"));
        }
    }

    private void failed(EditorFault fault, DocumentEditor.Failed event) {
        if (fault.harmless() && event.isLoaded()) {
            return;
        }
        if (event.isLoaded()) {
            notice.warn(getTranslation(fault.key()));
        } else {
            states.fault(fault, event.getCode(), order.member().admin(), this::open);
        }
    }

    private void close() {
        if (launch != null) {
            states.closed(launch.title());
            editor.leave(launch.back());
        }
    }
}
