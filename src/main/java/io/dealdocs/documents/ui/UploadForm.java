package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadHandler;
import io.dealdocs.documents.TakenNames;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Trouble;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes files by drag and drop or from the file dialog. Each has a line of its own: first the browser's, with how far it
 * is, a way to cancel it and, where it failed, the reason and another try; then ours, when it is in the deal.
 */
final class UploadForm extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private final Upload upload = new Upload();
    private final Notice notice = new Notice();
    private final UploadLines lines = new UploadLines();
    private final Button done = new Button();
    private final List<String> arrived = new ArrayList<>();
    private final SerializableConsumer<UploadLines.Arrived> open;
    private TakenNames taken = TakenNames.NONE;

    /**
     * Makes the form.
     *
     * @param limit the most bytes of a file
     * @param limitText the same for people
     * @param open opens a file that is in the deal, in a tab that waits
     * @param done gets the names of the files in the deal when the person has no more
     */
    UploadForm(
            long limit,
            String limitText,
            SerializableConsumer<UploadLines.Arrived> open,
            SerializableConsumer<List<String>> done) {
        this.open = open;
        setUpUpload(limit, limitText);
        setUpDone(done);
        Paragraph hint = new Paragraph(getTranslation("upload.limit", limitText));
        hint.addClassName("dd-hint");
        Div bar = new Div(this.done);
        bar.addClassName("dd-form-bar");
        getContent().addClassName("dd-form");
        getContent().add(notice, upload, hint, lines, bar);
    }

    private void setUpUpload(long limit, String limitText) {
        upload.setId("upload");
        upload.addClassName("dd-upload");
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFileSize((int) Math.min(limit, Integer.MAX_VALUE));
        upload.setI18n(UploadWords.in(this, limitText));
        upload.setUploadButton(browse());
        upload.setDropLabel(new Span(getTranslation("upload.drop")));
        upload.setDropLabelIcon(Icon.UPLOAD.create());
        upload.addFileRejectedListener(event -> lines.refused(event.getFileName(), event.getErrorMessage()));
        UploadScript.runIn(upload, folder -> lines.refused(folder, getTranslation("upload.folder")));
    }

    private Button browse() {
        Button button = new Button(getTranslation("upload.browse"));
        button.setId("browse");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void setUpDone(SerializableConsumer<List<String>> finish) {
        done.setText(getTranslation("upload.finish"));
        done.setId("upload-done");
        done.setVisible(false);
        done.addClickListener(_ -> finish.accept(List.copyOf(arrived)));
    }

    /** Sends files there. */
    void sendTo(UploadHandler handler) {
        upload.setUploadHandler(handler);
    }

    /** Which names the deal's files have. */
    void know(TakenNames names) {
        taken = names;
    }

    /** A file is in the deal. */
    void arrived(UploadLines.Arrived file) {
        lines.arrived(file, taken.contains(file.name()), () -> {
            notice.clear();
            open.accept(file);
        });
        taken = taken.and(file.name());
        arrived.add(file.name());
        done.setVisible(true);
    }

    /** A file that is in the deal cannot be opened now. */
    void notOpened(Trouble trouble, WaysOut waysOut) {
        waysOut.tell(trouble, notice);
    }
}
