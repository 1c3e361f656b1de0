package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.dealdocs.documents.DocumentDetails;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.IconButton;
import io.dealdocs.ui.Sentences;
import java.util.ArrayList;
import java.util.List;

/** The versions of a document, newest first, and what can be done with each. */
final class VersionLines extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int AT_FIRST = 10;

    private final Sentences sentences;
    private final DetailsDeeds deeds;
    private final Div lines = new Div();

    VersionLines(Sentences sentences, DetailsDeeds deeds) {
        this.sentences = sentences;
        this.deeds = deeds;
        lines.addClassName("dd-versions");
        lines.getElement().setAttribute("role", "list");
        getContent().add(new H3(getTranslation("details.versions")), lines);
    }

    /** Shows them. */
    void show(DocumentDetails details) {
        lines.removeAll();
        List<VersionLine> all = details.versions();
        if (all.isEmpty()) {
            lines.add(new Paragraph(getTranslation("details.versions.none")));
        }
        all.stream().limit(AT_FIRST).forEach(version -> lines.add(line(details, version)));
        if (all.size() > AT_FIRST) {
            lines.add(older(details, all.subList(AT_FIRST, all.size())));
        }
    }

    private Component older(DocumentDetails details, List<VersionLine> rest) {
        Div place = new Div();
        place.add(Actions.other(getTranslation("details.versions.older", rest.size()), () -> {
            place.removeFromParent();
            rest.forEach(version -> lines.add(line(details, version)));
        }));
        return place;
    }

    private Div line(DocumentDetails details, VersionLine version) {
        Div title = new Div(String.join(" · ", title(version)));
        title.addClassName("dd-version-title");
        Div about = new Div(String.join(" · ", about(version)));
        about.addClassName("dd-about");
        Div text = new Div(title, about);
        text.addClassName("dd-row-text");
        Div line = new Div(text, actions(details, version));
        line.addClassName("dd-version");
        line.setTestId("version-" + version.number());
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private List<String> title(VersionLine version) {
        List<String> parts = new ArrayList<>();
        parts.add(sentences.moment(version.createdAt()));
        if (version.head()) {
            parts.add(getTranslation("details.current"));
        }
        if (version.published()) {
            parts.add(getTranslation("details.published"));
        }
        return parts;
    }

    private List<String> about(VersionLine version) {
        List<String> parts = new ArrayList<>();
        parts.add(getTranslation("details.origin." + version.origin()));
        if (!version.author().isBlank()) {
            parts.add(version.author());
        }
        parts.add(sentences.size(version.size()));
        return parts;
    }

    private Div actions(DocumentDetails details, VersionLine version) {
        String when = sentences.moment(version.createdAt());
        Div actions = new Div(new IconButton(
                Icon.DOWNLOAD,
                getTranslation("details.version.download", when),
                () -> deeds.download(details.line(), version)));
        actions.addClassName("dd-row-actions");
        if (!version.head() && version.otherFormat().isEmpty()) {
            actions.add(new IconButton(
                    Icon.RESTORE,
                    getTranslation("details.version.restore", when),
                    () -> deeds.makeCurrent(details.line(), version)));
        }
        if (!version.head()) {
            actions.add(new IconButton(
                    Icon.SAVE_AS,
                    getTranslation("details.version.save.as", when),
                    () -> deeds.saveAsFile(details.line(), version)));
        }
        return actions;
    }
}
