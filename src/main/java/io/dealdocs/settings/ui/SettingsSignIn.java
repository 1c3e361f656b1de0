package io.dealdocs.settings.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.access.SignIn;
import io.dealdocs.panelhost.FreshToken;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Languages;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.SignInCards;
import io.dealdocs.ui.StateCard;
import java.io.Serializable;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who looks at the settings: by the host's token, or by a sign-in in the same browser. */
final class SettingsSignIn implements Serializable {

    private static final long serialVersionUID = 1L;
    private final SignIn signIn;
    private final Background background;
    private final Div content;
    private final UI ui;
    private final SerializableConsumer<CurrentMember> welcome;
    private final FreshToken tokens;

    SettingsSignIn(
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
    }

    /** Begins with the token of the address, or with an earlier sign-in where there is neither token nor host. */
    void start(@Nullable String token, boolean hosted) {
        var earlier = token == null && !hosted ? signIn.bySession() : Optional.<CurrentMember>empty();
        if (earlier.isPresent()) {
            enter(earlier.get());
        } else if (token == null && !hosted) {
            show(SignInCards.signIn(content, SignIn.CONNECT_PATH + "?continue=/settings"));
        } else {
            tokens.offer(token, this::refused);
        }
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
            case SignIn.Outcome.NotConnected _ -> show(SignInCards.connect(content, SignIn.CONNECT_PATH, this::again));
            case SignIn.Outcome.Reconnect _ -> show(SignInCards.reconnect(content, SignIn.CONNECT_PATH, this::again));
        }
    }

    private void enter(CurrentMember member) {
        member.bindTo(ui);
        Languages.speak(ui, member.locale());
        content.removeAll();
        welcome.accept(member);
    }

    private void refused() {
        show(SignInCards.refused(content, this::again));
    }

    private void show(StateCard card) {
        content.removeAll();
        content.add(card);
    }

    private void again() {
        tokens.offerAgain(this::refused);
    }
}
