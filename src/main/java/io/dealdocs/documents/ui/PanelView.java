package io.dealdocs.documents.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.dealdocs.access.SignIn;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Skeleton;

/** The panel in a deal: its documents, to be opened, saved and deleted, and the way to new ones. */
@Route("panel")
@AnonymousAllowed
class PanelView extends FramedView implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 3;
    private final PanelDesk desk;

    PanelView(SignIn signIn, Background background, PanelDesk desk) {
        super(signIn, background);
        this.desk = desk;
    }

    @Override
    void fit(PanelHost host) {
        host.fitContent();
    }

    @Override
    void waitIn(Div content) {
        content.add(new Skeleton(ROWS, getTranslation("panel.loading")));
    }

    @Override
    void enter(Frame frame) {
        frame.content().add(new DealPanel(desk, frame));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("panel.title");
    }
}
