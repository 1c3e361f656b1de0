package io.dealdocs.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Sets up what every page starts with: theme and language before the first paint, and words for when it fails. */
@Component
class PageStart implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private final I18NProvider words;

    PageStart(I18NProvider words) {
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(new LostSession(words));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new Faults()));
        event.addIndexHtmlRequestListener(PageStart::look);
    }

    private static void look(IndexHtmlResponse page) {
        boolean dark = "dark".equals(page.getVaadinRequest().getParameter("theme"));
        String theme = dark ? "dark" : "light";
        Element html = page.getDocument().getElementsByTag("html").first();
        if (html != null) {
            html.attr("theme", theme).attr("data-theme", theme).attr("style", "color-scheme: " + theme);
        }
    }
}
