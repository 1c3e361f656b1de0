package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.access.SignIn;
import io.dealdocs.documents.DealListing;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.StateCard;
import io.dealdocs.ui.Trouble;
import io.dealdocs.ui.WayOut;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/** Tells a person why something was not done, together with what leads out of it. */
record WaysOut(PanelHost host, Sentences sentences) implements Serializable {

    private static final Set<Refusal.Reason> ENDS = Set.of(
            Refusal.Reason.DEAL_GONE,
            Refusal.Reason.FORBIDDEN,
            Refusal.Reason.NOT_CONNECTED,
            Refusal.Reason.RECONNECT,
            Refusal.Reason.ACCOUNT_CLOSED);

    /** Whether nothing that is shown may stay. */
    static boolean ends(Trouble trouble) {
        return ENDS.stream().anyMatch(trouble::is);
    }

    /** Tells it above the content. */
    void tell(Trouble trouble, Notice notice, SerializableRunnable retry) {
        notice.warn(sentences.of(trouble), of(trouble, retry));
    }

    /** Tells it above the content, where doing it again needs the person's own click. */
    void tell(Trouble trouble, Notice notice) {
        boolean again = trouble.wayOut() == WayOut.RETRY;
        notice.warn(sentences.of(trouble), again ? new Component[0] : of(trouble, () -> {}));
    }

    /** Tells above the list that it is from what we know, since Pipedrive cannot be asked. */
    void tell(DealListing.Remembered list, Notice notice, SerializableRunnable retry) {
        notice.warn(
                list.filesAsOf()
                        .map(moment -> sentence(list.why(), time(moment)))
                        .orElseGet(() -> sentence(list.why())),
                again(retry));
    }

    private String sentence(Refusal why, String asOf) {
        return why.reason() == Refusal.Reason.QUOTA_USED_UP
                ? sentences.text("panel.remembered.quota", asOf, renewed(why))
                : sentences.text("panel.remembered.silent", asOf);
    }

    private String sentence(Refusal why) {
        return why.reason() == Refusal.Reason.QUOTA_USED_UP
                ? sentences.text("panel.remembered.quota.ours", renewed(why))
                : sentences.text("panel.remembered.silent.ours");
    }

    private String renewed(Refusal quota) {
        return sentences.moment((Instant) quota.arguments().getFirst());
    }

    private String time(Instant moment) {
        Instant now = Instant.now();
        boolean today = moment.atZone(sentences.zone())
                .toLocalDate()
                .equals(now.atZone(sentences.zone()).toLocalDate());
        return today ? sentences.day(moment, now) : sentences.moment(moment);
    }

    /** Tells it in the content's place. */
    StateCard card(Trouble trouble, SerializableRunnable retry) {
        Component[] ways = of(trouble, retry);
        StateCard card = new StateCard(Icon.WARNING, sentences.text("panel.trouble.title"), sentences.of(trouble))
                .named("trouble");
        return ways.length > 0 ? card.with(ways) : card.with(again(retry));
    }

    private Component[] of(Trouble trouble, SerializableRunnable retry) {
        return switch (trouble.wayOut()) {
            case NONE -> new Component[0];
            case RETRY -> new Component[] {again(retry)};
            case CONNECT ->
                new Component[] {
                    Actions.outside(
                            SignIn.CONNECT_PATH,
                            sentences.text("signin.reconnect.do"),
                            sentences.text("signin.outside")),
                    again(retry)
                };
            case SETTINGS ->
                new Component[] {
                    Actions.other(
                            sentences.text("action.settings"),
                            () -> host.openSettings(() -> host.say(sentences.text("action.settings.by.hand"))))
                };
        };
    }

    private Component again(SerializableRunnable retry) {
        return Actions.retry(sentences.text("action.retry"), retry);
    }
}
