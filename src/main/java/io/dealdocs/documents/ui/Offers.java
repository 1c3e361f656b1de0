package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.dealdocs.documents.DocumentDetails;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Sentences;

/** Text that did not make it into the document, until somebody decides what becomes of it. */
final class Offers extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private final Sentences sentences;
    private final DetailsDeeds deeds;

    Offers(Sentences sentences, DetailsDeeds deeds) {
        this.sentences = sentences;
        this.deeds = deeds;
    }

    /** Shows what is offered, if anything is. */
    void show(DocumentDetails details) {
        getContent().removeAll();
        details.versions().stream()
                .filter(VersionLine::offered)
                .forEach(version -> getContent().add(offer(details, version)));
    }

    private Div offer(DocumentDetails details, VersionLine version) {
        String key = version.origin() == Origin.CONFLICT ? "details.offer.conflict" : "details.offer.recovered";
        Div ways = new Div(
                Actions.other(getTranslation("panel.download.link"), () -> deeds.download(details.line(), version)));
        if (version.otherFormat().isEmpty()) {
            ways.add(Actions.other(
                    getTranslation("details.restore.ok"), () -> deeds.makeCurrent(details.line(), version)));
        }
        ways.add(Actions.other(getTranslation("details.save.as"), () -> deeds.saveAsFile(details.line(), version)));
        ways.addClassName("dd-notice-ways");
        String author = version.author().isBlank() ? getTranslation("details.somebody") : version.author();
        Div box = new Div(new Paragraph(getTranslation(key, sentences.moment(version.createdAt()), author)), ways);
        box.addClassName("dd-offer");
        box.setTestId("offer-" + version.number());
        return box;
    }
}
