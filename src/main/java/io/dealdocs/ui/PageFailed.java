package io.dealdocs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.InternalServerError;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Stands in for a page that could not be made. */
@AnonymousAllowed
class PageFailed extends InternalServerError {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = Faults.record(parameter.getException());
        UI ui = event.getUI();
        StateCard card = new StateCard(
                        Icon.WARNING, getTranslation("fault.title"), getTranslation("fault.text", reference))
                .named("page-failed")
                .with(Actions.retry(
                        getTranslation("action.retry"), () -> ui.getPage().executeJs("window.location.reload()")));
        Main page = new Main(card);
        page.addClassName("dd-console");
        getElement().appendChild(page.getElement());
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
