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
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Trouble;
import java.util.ArrayList;
import java.util.List;

/** Takes files by drag and drop or from the file dialog and shows how far they are. */
final class UploadForm extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private final Upload upload = new Upload();
    private final Notice notice = new Notice();
    private final List<String> arrived = new ArrayList<>();
    private final SerializableConsumer<List<String>> done;
    private boolean refused;

    /**
     * Makes the form.
     *
     * @param limit the most bytes of a file
     * @param limitText the same for people
     * @param done gets the names when all files of a turn have arrived
     */
    UploadForm(long limit, String limitText, SerializableConsumer<List<String>> done) {
        this.done = done;
        upload.setId("upload");
        upload.addClassName("dd-upload");
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFileSize((int) Math.min(limit, Integer.MAX_VALUE));
        upload.setI18n(UploadWords.in(this, limitText));
        upload.setUploadButton(browse());
        upload.setDropLabel(new Span(getTranslation("upload.drop")));
        upload.setDropLabelIcon(Icon.UPLOAD.create());
        upload.addFileRejectedListener(event -> notice.warn(event.getErrorMessage()));
        upload.addAllFinishedListener(_ -> allFinished());
        Paragraph hint = new Paragraph(getTranslation("upload.limit", limitText));
        hint.addClassName("dd-hint");
        getContent().addClassName("dd-form");
        getContent().add(notice, upload, hint);
    }

    private Button browse() {
        Button button = new Button(getTranslation("upload.browse"));
        button.setId("browse");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Sends files there. */
    void sendTo(UploadHandler handler) {
        upload.setUploadHandler(handler);
    }

    /** A file begins to arrive. */
    void begun() {
        notice.clear();
    }

    /** A file is in the deal. */
    void arrived(String name) {
        arrived.add(name);
    }

    /** A file was not taken; the person may try again. */
    void refuse(Trouble trouble, WaysOut waysOut) {
        refused = true;
        waysOut.tell(trouble, notice);
    }

    private void allFinished() {
        if (!refused && !arrived.isEmpty()) {
            List<String> names = List.copyOf(arrived);
            arrived.clear();
            done.accept(names);
        }
        refused = false;
    }
}
