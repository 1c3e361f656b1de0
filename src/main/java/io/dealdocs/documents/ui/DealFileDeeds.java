package io.dealdocs.documents.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.documents.DealFile;
import io.dealdocs.panelhost.ConfirmationRequest;
import io.dealdocs.shared.MemberId;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Trouble;
import java.io.Serializable;
import java.util.List;

/** What a person does with a line of the list: open, save, delete, take that back. */
final class DealFileDeeds implements Serializable {

    private static final long serialVersionUID = 1L;
    private final PanelDesk desk;
    private final FramedView.Frame frame;
    private final Sentences sentences;
    private final WaysOut waysOut;
    private final Notice notice;
    private final SerializableConsumer<PanelDesk.Deleted> deleted;
    private final SerializableRunnable undone;
    private boolean dark;

    DealFileDeeds(
            PanelDesk desk,
            FramedView.Frame frame,
            Sentences sentences,
            WaysOut waysOut,
            Notice notice,
            SerializableConsumer<PanelDesk.Deleted> deleted,
            SerializableRunnable undone) {
        this.desk = desk;
        this.frame = frame;
        this.sentences = sentences;
        this.waysOut = waysOut;
        this.notice = notice;
        this.deleted = deleted;
        this.undone = undone;
        dark = frame.dark();
        frame.host().addThemeListener(theme -> dark = theme.isDark());
    }

    private MemberId member() {
        return frame.member().id();
    }

    void open(DealFile file) {
        notice.clear();
        String key = file.ref().value();
        desk.background()
                .run(
                        frame.ui(),
                        () -> desk.prepare(member(), frame.deal(), file),
                        address -> frame.host().sendTab(key, EditorAddress.of(address, dark)),
                        trouble -> {
                            frame.host().closeTab(key);
                            tell(trouble);
                        });
    }

    void download(DealFile file) {
        String address = desk.downloadAddress(member(), frame.deal(), file, sentences.locale());
        frame.host()
                .download(
                        address.substring(1),
                        file.name(),
                        sentences.text("panel.download.ready", file.name()),
                        sentences.text("panel.download.link"));
    }

    void confirmDelete(DealFile file) {
        confirmDelete(file, file.editors());
    }

    private void confirmDelete(DealFile file, List<String> editors) {
        String description = editors.isEmpty()
                ? sentences.text("panel.delete.text")
                : sentences.text("panel.delete.text.edited", sentences.names(editors));
        ConfirmationRequest question = new ConfirmationRequest(
                sentences.text("panel.delete.title", file.name()),
                description,
                sentences.text("panel.delete.ok"),
                sentences.text("action.cancel"));
        frame.host().confirm(question, yes -> {
            if (yes) {
                delete(file, !editors.isEmpty());
            }
        });
    }

    private void delete(DealFile file, boolean confirmed) {
        notice.clear();
        desk.background()
                .run(
                        frame.ui(),
                        () -> desk.delete(member(), frame.deal(), file, confirmed),
                        deleted,
                        trouble -> notDeleted(file, trouble));
    }

    // Somebody opened it since the list was drawn: the question names them, and is asked again.
    private void notDeleted(DealFile file, Trouble trouble) {
        List<String> editors = EditorsNamed.in(trouble);
        if (editors.isEmpty()) {
            tell(trouble);
        } else {
            confirmDelete(file, editors);
        }
    }

    void undo(PanelDesk.Deleted gone) {
        notice.clear();
        desk.background().run(frame.ui(), () -> desk.undo(member(), frame.deal(), gone), _ -> undone.run(), this::tell);
    }

    private void tell(Trouble trouble) {
        waysOut.tell(trouble, notice);
    }
}
