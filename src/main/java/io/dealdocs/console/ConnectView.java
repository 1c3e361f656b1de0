package io.dealdocs.console;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.dealdocs.access.SignIn;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.StateCard;
import java.util.Locale;

/** Tells what came of connecting to Pipedrive and what to do next. */
@Route("connect")
@AnonymousAllowed
class ConnectView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** How connecting ended; in the address as {@code reason}. */
    private enum Result {
        DONE(Icon.CHECK),
        CANCELLED(Icon.LINK),
        FAILED(Icon.WARNING);

        private final Icon icon;

        Result(Icon icon) {
            this.icon = icon;
        }

        static Result of(String reason) {
            return switch (reason) {
                case "done" -> DONE;
                case "cancelled" -> CANCELLED;
                default -> FAILED;
            };
        }
    }

    ConnectView() {
        addClassName("dd-console");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Result result = Result.of(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("reason")
                .orElse(""));
        String name = result.name().toLowerCase(Locale.ROOT);
        StateCard card = new StateCard(
                        result.icon,
                        getTranslation("connect." + name + ".title"),
                        getTranslation("connect." + name + ".text"))
                .named(name);
        if (result != Result.DONE) {
            var again = Actions.tab(SignIn.CONNECT_PATH, getTranslation("connect.again"));
            again.setTarget("_self");
            card.with(again);
        }
        removeAll();
        add(card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("connect.page");
    }
}
