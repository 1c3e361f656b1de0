package io.dealdocs.documents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.access.FramedSignIn;
import io.dealdocs.access.SignIn;
import io.dealdocs.panelhost.HostAddress;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.shared.DealId;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.StateCard;
import java.util.OptionalLong;

/** A page that Pipedrive frames beside a deal: its host, who it belongs to, and which deal it is about. */
abstract class FramedView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private final SignIn signIn;
    private final Background background;

    FramedView(SignIn signIn, Background background) {
        this.signIn = signIn;
        this.background = background;
        addClassName("dd-page");
    }

    /** What the page is made of once it knows its person and deal. */
    record Frame(UI ui, PanelHost host, Div content, CurrentMember member, DealId deal, boolean dark) {}

    /** Sizes the page. */
    abstract void fit(PanelHost host);

    /** Shows something that keeps the place until the person is known. */
    abstract void waitIn(Div content);

    /** Fills the page. */
    abstract void enter(Frame frame);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UI ui = event.getUI();
        HostAddress address = HostAddress.of(event.getLocation().getQueryParameters());
        PanelHost host = new PanelHost(address.hosted());
        Div content = new Div();
        content.addClassName("dd-content");
        fit(host);
        host.setOpeningWords(getTranslation("tab.opening"));
        host.add(content);
        removeAll();
        add(host);
        waitIn(content);
        HostAddress.forgetToken(ui, event.getLocation());
        new FramedSignIn(signIn, background, host, content, ui, member -> known(ui, host, content, member, address))
                .start(address.token());
    }

    private void known(UI ui, PanelHost host, Div content, CurrentMember member, HostAddress address) {
        content.removeAll();
        host.setOpeningWords(getTranslation("tab.opening"));
        host.addTabBlockedListener(
                blocked -> host.say(getTranslation("tab.blocked"), getTranslation("tab.open"), blocked.getAddress()));
        OptionalLong deal = address.deal();
        if (deal.isPresent()) {
            enter(new Frame(ui, host, content, member, new DealId(deal.getAsLong()), address.dark()));
        } else {
            content.add(new StateCard(
                            Icon.DOCUMENTS, getTranslation("panel.no.deal.title"), getTranslation("panel.no.deal.text"))
                    .named("no-deal"));
        }
    }
}
