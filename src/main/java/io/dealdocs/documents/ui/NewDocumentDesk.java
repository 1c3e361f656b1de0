package io.dealdocs.documents.ui;

import com.vaadin.flow.function.SerializableConsumer;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.installation.InstallationProperties;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Trouble;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the window for new documents and does what is ordered in it. */
@Component
record NewDocumentDesk(
        DealDocuments documents, EditorSessions sessions, InstallationProperties us, Background background) {

    /** A new document, and where to edit it or why it cannot be opened yet. */
    private record Made(
            DocumentId document,
            @Nullable URI editor,
            @Nullable Refusal refusal) {}

    /**
     * Makes the window.
     *
     * @param done gets what is in the deal now
     */
    NewDocumentTabs tabs(FramedView.Frame frame, SerializableConsumer<Finished> done) {
        Sentences sentences =
                new Sentences(frame.member().locale(), frame.member().timeZone());
        WaysOut waysOut = new WaysOut(frame.host(), sentences);
        return new NewDocumentTabs(createForm(frame, waysOut, done), uploadForm(frame, waysOut, done));
    }

    private CreateForm createForm(FramedView.Frame frame, WaysOut waysOut, SerializableConsumer<Finished> done) {
        CreateForm[] form = new CreateForm[1];
        form[0] = new CreateForm((kind, title) -> background.run(
                frame.ui(),
                () -> make(frame.member().id(), frame.deal(), kind, title),
                made -> open(made, title, frame, waysOut.sentences(), done),
                trouble -> {
                    frame.host().closeTab(CreateForm.TAB);
                    form[0].refuse(trouble, waysOut);
                }));
        return form[0];
    }

    private Made make(MemberId member, DealId deal, DocumentKind kind, String title) {
        DocumentId document = documents.create(member, deal, kind, title);
        try {
            return new Made(document, sessions.prepare(member, document), null);
        } catch (Refusal refusal) {
            return new Made(document, null, refusal);
        }
    }

    private void open(
            Made made, String title, FramedView.Frame frame, Sentences sentences, SerializableConsumer<Finished> done) {
        if (made.refusal() != null) {
            frame.host().closeTab(CreateForm.TAB);
            done.accept(Finished.of(sentences.text("create.done.unopened", title, sentences.of(made.refusal()))));
        } else if (made.editor() != null) {
            frame.host().sendTab(CreateForm.TAB, EditorAddress.of(made.editor(), frame.dark()));
            // The tab's own ticket is good once; this address is for always.
            String address = us.address("/documents/" + made.document()).toString();
            done.accept(new Finished(sentences.text("create.done", title), sentences.text("create.open"), address));
        }
    }

    private UploadForm uploadForm(FramedView.Frame frame, WaysOut waysOut, SerializableConsumer<Finished> done) {
        Sentences sentences = waysOut.sentences();
        long limit = documents.uploadLimit();
        UploadForm[] form = new UploadForm[1];
        form[0] = new UploadForm(
                limit,
                sentences.size(limit),
                file -> edit(file, frame, trouble -> form[0].notOpened(trouble, waysOut)),
                names -> done.accept(Finished.of(
                        names.size() == 1
                                ? sentences.text("upload.done", names.getFirst())
                                : sentences.text("upload.done.many", names.size()))));
        form[0].sendTo(new UploadIntake(documents, frame, form[0], sentences));
        return form[0];
    }

    private void edit(UploadLines.Arrived file, FramedView.Frame frame, SerializableConsumer<Trouble> notOpened) {
        background.run(
                frame.ui(),
                () -> sessions.prepare(frame.member().id(), file.document()),
                address -> frame.host().sendTab(file.tab(), EditorAddress.of(address, frame.dark())),
                trouble -> {
                    frame.host().closeTab(file.tab());
                    notOpened.accept(trouble);
                });
    }
}
