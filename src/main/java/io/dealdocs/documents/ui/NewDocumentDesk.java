package io.dealdocs.documents.ui;

import com.vaadin.flow.function.SerializableConsumer;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Sentences;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the window for new documents and does what is ordered in it. */
@Component
record NewDocumentDesk(DealDocuments documents, EditorSessions sessions, Background background) {

    /** A new document, and where to edit it or why it cannot be opened yet. */
    private record Made(@Nullable URI editor, @Nullable Refusal refusal) {}

    /**
     * Makes the window.
     *
     * @param done gets a sentence about what is in the deal now
     */
    NewDocumentTabs tabs(FramedView.Frame frame, SerializableConsumer<String> done) {
        Sentences sentences =
                new Sentences(frame.member().locale(), frame.member().timeZone());
        WaysOut waysOut = new WaysOut(frame.host(), sentences);
        return new NewDocumentTabs(createForm(frame, waysOut, done), uploadForm(frame, waysOut, done));
    }

    private CreateForm createForm(FramedView.Frame frame, WaysOut waysOut, SerializableConsumer<String> done) {
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
            return new Made(sessions.prepare(member, document), null);
        } catch (Refusal refusal) {
            return new Made(null, refusal);
        }
    }

    private static void open(
            Made made, String title, FramedView.Frame frame, Sentences sentences, SerializableConsumer<String> done) {
        if (made.refusal() != null) {
            frame.host().closeTab(CreateForm.TAB);
            done.accept(sentences.text("create.done.unopened", title, sentences.of(made.refusal())));
        } else if (made.editor() != null) {
            frame.host().sendTab(CreateForm.TAB, EditorAddress.of(made.editor(), frame.dark()));
            done.accept(sentences.text("create.done", title));
        }
    }

    private UploadForm uploadForm(FramedView.Frame frame, WaysOut waysOut, SerializableConsumer<String> done) {
        Sentences sentences = waysOut.sentences();
        long limit = documents.uploadLimit();
        UploadForm form = new UploadForm(
                limit,
                sentences.size(limit),
                names -> done.accept(
                        names.size() == 1
                                ? sentences.text("upload.done", names.getFirst())
                                : sentences.text("upload.done.many", names.size())));
        form.sendTo(new UploadIntake(documents, frame.member().id(), frame.deal(), frame.ui(), form, waysOut));
        return form;
    }
}
