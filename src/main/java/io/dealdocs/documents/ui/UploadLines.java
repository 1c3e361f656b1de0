package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.dealdocs.documents.DealFile.Opening;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.ui.FileIcon;
import io.dealdocs.ui.Icon;
import java.io.Serializable;

/** What became of files: the ones in the deal, each with what can be done next, and the ones that were not taken. */
final class UploadLines extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /**
     * A file that is in the deal.
     *
     * @param opening what the editor does with it
     */
    record Arrived(String name, DocumentId document, Opening opening) implements Serializable {

        /** Names the tab it opens in. */
        String tab() {
            return "uploaded-" + document;
        }
    }

    UploadLines() {
        getContent().addClassName("dd-uploads");
        getContent().getElement().setAttribute("role", "status");
    }

    /** Shows a file that is in the deal, newest first. */
    void arrived(Arrived file, boolean sameName, Runnable open) {
        Div line = line(file.name(), words(file.opening(), sameName), new FileIcon(FileIcon.extension(file.name())));
        line.setTestId("uploaded");
        if (file.opening() == Opening.EDIT || file.opening() == Opening.VIEW) {
            line.add(opener(file, open));
        }
        getContent().addComponentAsFirst(line);
    }

    private String words(Opening opening, boolean sameName) {
        String there = getTranslation(sameName ? "upload.there.same" : "upload.there");
        return switch (opening) {
            case EDIT -> there;
            case VIEW -> there + " " + getTranslation("upload.there.view");
            case NONE, GOOGLE -> there + " " + getTranslation("upload.there.closed");
        };
    }

    private Button opener(Arrived file, Runnable open) {
        Button button = new Button(
                getTranslation(file.opening() == Opening.EDIT ? "upload.edit" : "upload.open"), _ -> open.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setTestId("edit-now");
        PanelHost.opensTab(button, file.tab());
        return button;
    }

    /** Shows why something was not even sent, until the line is taken away. */
    void refused(String name, String reason) {
        Div line = line(name, reason, Icon.WARNING.create());
        line.addClassName("dd-upload-refused");
        line.setTestId("not-uploaded");
        Button remove = new Button("×", _ -> line.removeFromParent());
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(getTranslation("upload.remove"));
        line.add(remove);
        getContent().addComponentAsFirst(line);
    }

    private static Div line(String name, String words, Span sign) {
        Span title = new Span(name);
        title.addClassName("dd-upload-name");
        // A name may be written from right to left.
        title.getElement().setAttribute("dir", "auto");
        Span state = new Span(words);
        state.addClassName("dd-hint");
        Div text = new Div(title, state);
        text.addClassName("dd-upload-text");
        Div line = new Div(sign, text);
        line.addClassName("dd-upload-line");
        return line;
    }
}
