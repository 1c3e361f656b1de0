package io.dealdocs.documents.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.dealdocs.access.SignIn;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.TakenNames;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Skeleton;
import io.dealdocs.ui.StateCard;

/** The window for new documents, in a Pipedrive modal; says before anything is typed or chosen what would refuse it. */
@Route("create")
@AnonymousAllowed
class CreateView extends FramedView implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 622;
    private static final int HEIGHT = 560;
    private static final int ROWS = 4;
    private final DealDocuments documents;
    private final NewDocumentDesk desk;
    private final Background background;

    CreateView(SignIn signIn, Background background, DealDocuments documents, NewDocumentDesk desk) {
        super(signIn, background);
        this.background = background;
        this.documents = documents;
        this.desk = desk;
    }

    @Override
    void fit(PanelHost host) {
        host.fit(WIDTH, HEIGHT);
    }

    @Override
    void waitIn(Div content) {
        content.addClassName("dd-create");
        content.add(new Skeleton(ROWS, getTranslation("create.loading")));
    }

    @Override
    void enter(Frame frame) {
        Div content = frame.content();
        content.removeAll();
        waitIn(content);
        WaysOut waysOut = new WaysOut(
                frame.host(),
                new Sentences(frame.member().locale(), frame.member().timeZone()));
        background.run(
                frame.ui(),
                () -> documents.takenNames(frame.member().id(), frame.deal()),
                names -> show(frame, names),
                trouble -> {
                    content.removeAll();
                    content.add(waysOut.card(trouble, () -> enter(frame)));
                });
    }

    private void show(Frame frame, TakenNames names) {
        frame.content().removeAll();
        NewDocumentTabs tabs = desk.tabs(frame, finished -> finish(frame, finished));
        tabs.know(names);
        frame.content().add(tabs);
    }

    private void finish(Frame frame, Finished finished) {
        frame.content().removeAll();
        frame.content()
                .add(new StateCard(Icon.CHECK, getTranslation("create.finished"), finished.sentence())
                        .named("finished"));
        if (frame.host().isHosted()) {
            finished.tell(frame.host());
            frame.host().closeModal();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("create.window");
    }
}
