package io.dealdocs.documents.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.panelhost.ConfirmationRequest;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Trouble;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;

/** What a person does with a document looked at closely, and with its versions. */
final class DetailsDeeds implements Serializable {

    private static final long serialVersionUID = 1L;
    private final PanelDesk desk;
    private final FramedView.Frame frame;
    private final WaysOut waysOut;
    private final Notice notice;
    private final SerializableRunnable done;

    /**
     * Makes them.
     *
     * @param notice says what was not done
     * @param done runs after each
     */
    DetailsDeeds(PanelDesk desk, FramedView.Frame frame, WaysOut waysOut, Notice notice, SerializableRunnable done) {
        this.desk = desk;
        this.frame = frame;
        this.waysOut = waysOut;
        this.notice = notice;
        this.done = done;
    }

    private MemberId member() {
        return frame.member().id();
    }

    private DealId deal() {
        return frame.deal();
    }

    private Sentences sentences() {
        return waysOut.sentences();
    }

    private static DocumentId document(DealFile file) {
        return file.ref().document().orElseThrow();
    }

    private <T> void run(Callable<T> work, SerializableConsumer<T> then, SerializableConsumer<Trouble> refused) {
        notice.clear();
        desk.background().run(frame.ui(), work, then, refused);
    }

    private void tell(Trouble trouble) {
        waysOut.tell(trouble, notice);
    }

    void rename(
            DealFile file, String title, SerializableConsumer<String> renamed, SerializableConsumer<Trouble> refused) {
        run(
                () -> desk.details().rename(member(), deal(), file.ref(), title),
                name -> {
                    renamed.accept(name);
                    done.run();
                },
                refused);
    }

    void download(DealFile file, VersionLine version) {
        String name = OldVersionName.of(file.name(), version);
        frame.host()
                .download(
                        desk.downloadAddress(
                                        member(),
                                        deal(),
                                        file,
                                        version,
                                        sentences().locale())
                                .substring(1),
                        name,
                        sentences().text("panel.download.ready", name),
                        sentences().text("panel.download.link"));
    }

    /** Asks first: the document changes for everybody. */
    void makeCurrent(DealFile file, VersionLine version) {
        askToMakeCurrent(file, version, List.of());
    }

    private void askToMakeCurrent(DealFile file, VersionLine version, List<String> editors) {
        String when = sentences().moment(version.createdAt());
        ConfirmationRequest question = new ConfirmationRequest(
                sentences().text("details.restore.title", when),
                editors.isEmpty()
                        ? sentences().text("details.restore.text")
                        : sentences()
                                .text("details.restore.text.edited", sentences().names(editors)),
                sentences().text("details.restore.ok"),
                sentences().text("action.cancel"));
        frame.host().confirm(question, yes -> {
            if (yes) {
                makeCurrent(file, version, !editors.isEmpty());
            }
        });
    }

    private void makeCurrent(DealFile file, VersionLine version, boolean confirmed) {
        run(
                () -> desk.versions().makeCurrent(member(), deal(), document(file), version.number(), confirmed),
                _ -> done.run(),
                trouble -> {
                    List<String> editors = EditorsNamed.in(trouble);
                    if (editors.isEmpty()) {
                        tell(trouble);
                    } else {
                        askToMakeCurrent(file, version, editors);
                    }
                });
    }

    void saveAsFile(DealFile file, VersionLine version) {
        run(
                () -> desk.versions().saveAsFile(member(), deal(), document(file), version.number()),
                _ -> {
                    frame.host().say(sentences().text("details.saved.as.file"));
                    done.run();
                },
                this::tell);
    }

    void publishNow(DealFile file) {
        run(
                () -> {
                    desk.publications().publishNow(member(), deal(), document(file));
                    return true;
                },
                _ -> done.run(),
                this::tell);
    }

    void moveTo(DealFile file, DealId other) {
        run(
                () -> {
                    desk.publications().saveToAnotherDeal(member(), document(file), deal(), other);
                    return true;
                },
                _ -> {
                    frame.host().say(sentences().text("details.moved", file.name()));
                    done.run();
                },
                this::tell);
    }
}
