package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentDetails;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Skeleton;
import io.dealdocs.ui.Trouble;
import org.jspecify.annotations.Nullable;

/** A line of the deal looked at closely: its name, its state, what can be done about it, and its versions. */
final class DetailsPage extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 3;

    private final PanelDesk desk;
    private final FramedView.Frame frame;
    private final WaysOut waysOut;
    private final Notice notice = new Notice();
    private final H2 name = new H2();
    private final Div state = new Div();
    private final Div actions = new Div();
    private final Div waiting = new Div();
    private final NameForm nameForm;
    private final AttentionBox attention;
    private final Offers offers;
    private final VersionLines versions;
    private final FileRow words;
    private DealFile file;
    private @Nullable DocumentDetails shown;

    DetailsPage(PanelDesk desk, FramedView.Frame frame, WaysOut waysOut, DealFile file, SerializableRunnable back) {
        this.desk = desk;
        this.frame = frame;
        this.waysOut = waysOut;
        this.file = file;
        Sentences sentences = waysOut.sentences();
        words = new FileRow(sentences);
        DetailsDeeds deeds = new DetailsDeeds(desk, frame, waysOut, notice, this::look);
        nameForm = new NameForm(deeds, waysOut);
        attention = new AttentionBox(deeds);
        offers = new Offers(sentences, deeds);
        versions = new VersionLines(sentences, deeds);
        name.setText(file.name());
        waiting.add(new Skeleton(ROWS, getTranslation("panel.loading")));
        state.addClassName("dd-about");
        actions.addClassName("dd-card-actions");
        versions.setVisible(false);
        getContent().addClassName("dd-details");
        getContent().setTestId("details");
        getContent().add(back(back), notice, name, state, actions, nameForm, attention, offers, waiting, versions);
        look();
    }

    private Button back(SerializableRunnable action) {
        Button back = new Button(getTranslation("details.back"), Icon.BACK.create(), _ -> action.run());
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.setId("back-to-list");
        back.setAutofocus(true);
        return back;
    }

    /** Looks at the line again. */
    void look() {
        desk.background()
                .run(
                        frame.ui(),
                        () -> desk.details().look(frame.member().id(), frame.deal(), file.ref()),
                        this::show,
                        this::failed);
    }

    private void failed(Trouble trouble) {
        waiting.removeAll();
        waysOut.tell(trouble, notice, this::look);
    }

    private void show(DocumentDetails details) {
        file = details.line();
        waiting.removeAll();
        if (details.equals(shown)) {
            return;
        }
        shown = details;
        name.setText(file.name());
        state.setText(new DetailsWords(waysOut.sentences(), words).state(details));
        attention.show(details);
        offers.show(details);
        versions.show(details);
        versions.setVisible(true);
        offerActions();
    }

    private void offerActions() {
        actions.removeAll();
        if (file.deletable()) {
            Button rename = Actions.other(getTranslation("details.rename"), () -> nameForm.ask(file));
            rename.setId("rename");
            actions.add(rename);
        }
        file.ref().document().ifPresent(document -> {
            Button copy = new Button(getTranslation("details.link"));
            copy.setId("copy-link");
            copy.addClickListener(_ -> frame.host().say(getTranslation("details.link.copied")));
            Copying.copies(copy, desk.link(document));
            actions.add(copy);
        });
    }
}
