package io.dealdocs.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.panelhost.FreshToken;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Languages;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.SignInCards;
import io.dealdocs.ui.StateCard;
import java.io.Serializable;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Finds out who a framed page belongs to, and shows in the content's place what is missing until then. */
public final class FramedSignIn implements Serializable {

    private static final long serialVersionUID = 1L;
    private final SignIn signIn;
    private final Background background;
    private final Div content;
    private final UI ui;
    private final SerializableConsumer<CurrentMember> welcome;
    private final FreshToken tokens;
    private boolean waiting;

    /**
     * Prepares it for one page.
     *
     * @param content where cards are shown until the person is known
     * @param welcome what to do with the person
     */
    public FramedSignIn(
            SignIn signIn,
            Background background,
            PanelHost host,
            Div content,
            UI ui,
            SerializableConsumer<CurrentMember> welcome) {
        this.signIn = signIn;
        this.background = background;
        this.content = content;
        this.ui = ui;
        this.welcome = welcome;
        tokens = new FreshToken(host, this::check);
        host.addVisibleListener(_ -> cameBack());
    }

    /** Begins with the token of the address, else with one that the host is asked for. */
    public void start(@Nullable String fromAddress) {
        tokens.offer(fromAddress, this::refused);
    }

    /**
     * Begins where there is no host: with an earlier sign-in in this browser, else with the offer of one.
     *
     * @param path of the page, to come back to
     */
    public void startWithoutHost(String path) {
        signIn.bySession()
                .ifPresentOrElse(
                        this::enter,
                        () -> show(SignInCards.signIn(content, SignIn.CONNECT_PATH + "?continue=" + path)));
    }

    private void check(@Nullable String offered, SerializableRunnable tooOld) {
        background.run(
                ui,
                () -> signIn.byPanelToken(offered),
                outcome -> answer(outcome, tooOld),
                trouble -> show(SignInCards.failed(
                        content, new Sentences(ui.getLocale(), ZoneOffset.UTC).of(trouble), this::again)));
    }

    private void answer(SignIn.Outcome outcome, SerializableRunnable tooOld) {
        switch (outcome) {
            case SignIn.Outcome.Welcome(CurrentMember member) -> enter(member);
            case SignIn.Outcome.TokenExpired _ -> tooOld.run();
            case SignIn.Outcome.TokenRefused _ -> refused();
            case SignIn.Outcome.NotConnected _ -> await(SignInCards.connect(content, SignIn.CONNECT_PATH, this::again));
            case SignIn.Outcome.Reconnect _ -> await(SignInCards.reconnect(content, SignIn.CONNECT_PATH, this::again));
        }
    }

    private void enter(CurrentMember member) {
        waiting = false;
        member.bindTo(ui);
        Languages.speak(ui, member.locale());
        welcome.accept(member);
    }

    private void refused() {
        show(SignInCards.refused(content, this::again));
    }

    private void await(StateCard card) {
        waiting = true;
        show(card);
    }

    private void show(StateCard card) {
        content.removeAll();
        content.add(card);
    }

    private void cameBack() {
        if (waiting) {
            again();
        }
    }

    private void again() {
        waiting = false;
        tokens.offerAgain(this::refused);
    }
}
