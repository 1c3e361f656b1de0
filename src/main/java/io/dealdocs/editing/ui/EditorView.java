package io.dealdocs.editing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.access.SignIn;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Languages;
import io.dealdocs.ui.StateCard;
import java.util.Optional;

/**
 * A document in the editor. Whoever comes without a ticket or an earlier sign-in goes through Pipedrive's sign-in to the
 * same address.
 */
@Route("documents/:document")
@AnonymousAllowed
class EditorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private final SignIn signIn;
    private final EditorDesk desk;

    EditorView(SignIn signIn, EditorDesk desk) {
        this.signIn = signIn;
        this.desk = desk;
        addClassName("dd-editor-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<DocumentId> document =
                event.getRouteParameters().get("document").flatMap(EditorView::parse);
        removeAll();
        if (document.isEmpty()) {
            add(nothingHere());
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        // A page stays its member's, whatever ticket it is sent on with.
        Optional<CurrentMember> own = CurrentMember.of(event.getUI());
        Optional<CurrentMember> invited = own.isPresent()
                ? Optional.empty()
                : query.getSingleParameter("ticket").flatMap(ticket -> signIn.byTicket(ticket, document.get()));
        Optional<CurrentMember> member = own.or(() -> invited)
                .or(() -> signIn.byEarlierTicket(document.get()))
                .or(signIn::bySession);
        forgetTicket(event);
        member.ifPresentOrElse(
                known -> open(event.getUI(), known, document.get(), query, invited.isEmpty()),
                () -> signIn(event.getUI(), document.get()));
    }

    private Div nothingHere() {
        Div page = new Div(
                new StateCard(Icon.DOCUMENTS, getTranslation("missing.page.title"), getTranslation("missing.page.text"))
                        .named("page-not-found"));
        page.addClassName("dd-console");
        return page;
    }

    private static void forgetTicket(BeforeEnterEvent event) {
        Location location = event.getLocation();
        if (location.getQueryParameters().getSingleParameter("ticket").isPresent()) {
            Location clean = new Location(
                    location.getPath(), location.getQueryParameters().excluding("ticket"));
            event.getUI().getPage().getHistory().replaceState(null, clean);
        }
    }

    private void open(UI ui, CurrentMember member, DocumentId document, QueryParameters query, boolean byLink) {
        member.bindTo(ui);
        Languages.speak(ui, member.locale());
        boolean dark = query.getSingleParameter("theme").filter("dark"::equals).isPresent();
        add(new EditorPage(desk, new EditorPage.Order(ui, member, document, version(query), dark, byLink)));
    }

    private static int version(QueryParameters query) {
        return query.getSingleParameter("version")
                .filter(number -> number.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(EditorPage.Order.NEWEST);
    }

    private void signIn(UI ui, DocumentId document) {
        EditorStates states = new EditorStates();
        add(states);
        states.opening();
        ui.getPage().setLocation(SignIn.CONNECT_PATH + "?continue=/documents/" + document);
    }

    private static Optional<DocumentId> parse(String text) {
        try {
            return Optional.of(DocumentId.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("editor.title");
    }
}
