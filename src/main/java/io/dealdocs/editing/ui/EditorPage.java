package io.dealdocs.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.editing.EditorLaunch;
import io.dealdocs.editor.DocumentEditor;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Trouble;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One document in the editor for one person, from opening to leaving. */
final class EditorPage extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** What is opened for whom. */
    record Order(UI ui, CurrentMember member, DocumentId document, boolean dark) implements Serializable {}

    private final EditorDesk desk;
    private final Order order;
    private final Sentences sentences;
    private final DocumentEditor editor = new DocumentEditor();
    private final EditorStates states = new EditorStates();
    private final Notice notice = new Notice();
    private @Nullable EditorLaunch launch;

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
        desk.launch(
                order.ui(),
                order.member().id(),
                order.document(),
                order.dark(),
                found -> {
                    launch = found;
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
        if (viewOnly && launch != null && launch.editable()) {
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
