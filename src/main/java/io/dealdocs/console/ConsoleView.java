package io.dealdocs.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.dealdocs.access.SignIn;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.ProductProperties;
import io.dealdocs.ui.SourceFooter;

/** The start page: what this is, and the way to connect. */
@Route("")
@AnonymousAllowed
class ConsoleView extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    ConsoleView(ProductProperties product) {
        addClassName("dd-console");
        Div sign = new Div(Icon.DOCUMENTS.create());
        sign.addClassName("dd-card-sign");
        var connect = Actions.tab(SignIn.CONNECT_PATH, getTranslation("console.connect"));
        connect.setId("connect");
        connect.setTarget("_self");
        Paragraph after = new Paragraph(getTranslation("console.after"));
        after.addClassName("dd-hint");
        Div box = new Div(
                sign,
                new H1(getTranslation("console.title")),
                new Paragraph(getTranslation("console.text")),
                points(),
                connect,
                after,
                new SourceFooter(product));
        box.addClassName("dd-console-box");
        add(box);
    }

    private UnorderedList points() {
        return new UnorderedList(
                new ListItem(getTranslation("console.point.edit")),
                new ListItem(getTranslation("console.point.together")),
                new ListItem(getTranslation("console.point.safe")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("console.title");
    }
}
