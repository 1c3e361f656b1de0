package io.dealdocs.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Answers an address that leads nowhere. */
@AnonymousAllowed
class PageNotFound extends RouteNotFoundError {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        StateCard card = new StateCard(
                        Icon.DOCUMENTS, getTranslation("missing.page.title"), getTranslation("missing.page.text"))
                .named("page-not-found")
                .with(Actions.other(
                        getTranslation("missing.page.start"),
                        () -> event.getUI().navigate("")));
        Main page = new Main(card);
        page.addClassName("dd-console");
        getElement().appendChild(page.getElement());
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
