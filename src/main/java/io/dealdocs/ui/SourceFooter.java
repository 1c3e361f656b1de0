package io.dealdocs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;

/** Names the licence and where the source is. */
public final class SourceFooter extends Composite<Footer> {

    private static final long serialVersionUID = 1L;
    private static final String LICENCE = "https://www.gnu.org/licenses/agpl-3.0.html";

    public SourceFooter(ProductProperties product) {
        Footer footer = getContent();
        footer.addClassName("dd-footer");
        footer.add(outside(LICENCE, getTranslation("footer.licence")), new Span("·"), source(product.sourceUrl()));
    }

    private Component source(String address) {
        Component source = address.isBlank()
                ? new Span(getTranslation("footer.source.operator"))
                : outside(address, getTranslation("footer.source"));
        source.setId("source");
        return source;
    }

    private static Anchor outside(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noreferrer");
        return link;
    }
}
