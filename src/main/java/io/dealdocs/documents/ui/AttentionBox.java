package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.dealdocs.access.SignIn;
import io.dealdocs.documents.Attention;
import io.dealdocs.documents.DocumentDetails;
import io.dealdocs.shared.DealId;
import io.dealdocs.ui.Actions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why Pipedrive does not have a document's newest version, with the ways out. */
final class AttentionBox extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final Pattern DEAL = Pattern.compile("(?:.*/deal/)?(\\d{1,18})(?:[/?#].*)?");

    private final DetailsDeeds deeds;
    private final Div box = getContent();

    AttentionBox(DetailsDeeds deeds) {
        this.deeds = deeds;
        box.addClassName("dd-offer");
        box.setTestId("attention");
        box.setVisible(false);
    }

    /** Shows it, if a person must decide, or may hurry. */
    void show(DocumentDetails details) {
        box.removeAll();
        Attention attention = details.attention();
        boolean waits = attention != null || waits(details);
        box.setVisible(waits);
        if (waits) {
            box.add(new Paragraph(
                    getTranslation(attention == null ? "details.attention.none" : "details.attention." + attention)));
            box.add(ways(details, attention != null));
        }
    }

    private static boolean waits(DocumentDetails details) {
        return details.versions().stream().anyMatch(version -> version.head() && !version.published());
    }

    private Div ways(DocumentDetails details, boolean refused) {
        Div ways = new Div();
        ways.addClassName("dd-notice-ways");
        if (details.attention() == Attention.RECONNECT) {
            ways.add(Actions.outside(
                    SignIn.CONNECT_PATH, getTranslation("signin.reconnect.do"), getTranslation("signin.outside")));
        }
        ways.add(Actions.retry(
                getTranslation(refused ? "action.retry" : "details.publish.now"),
                () -> deeds.publishNow(details.line())));
        if (refused) {
            ways.add(Actions.other(getTranslation("details.move"), () -> askForDeal(details)));
        }
        return ways;
    }

    private void askForDeal(DocumentDetails details) {
        TextField deal = new TextField(getTranslation("details.move.deal"));
        deal.setHelperText(getTranslation("details.move.help"));
        deal.setWidthFull();
        deal.setId("other-deal");
        Div form = new Div(deal, Actions.primary(getTranslation("details.move"), () -> {
            Optional<DealId> other = number(deal.getValue());
            deal.setErrorMessage(getTranslation("details.move.wrong"));
            deal.setInvalid(other.isEmpty());
            other.ifPresent(found -> deeds.moveTo(details.line(), found));
        }));
        form.addClassName("dd-form");
        box.add(form);
        deal.focus();
    }

    private static Optional<DealId> number(String typed) {
        Matcher found = DEAL.matcher(typed.strip());
        return found.matches() ? Optional.of(new DealId(Long.parseLong(found.group(1)))) : Optional.empty();
    }
}
