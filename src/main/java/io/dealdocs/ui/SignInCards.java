package io.dealdocs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableRunnable;

/** What a framed page shows to somebody it cannot let in yet. */
public final class SignInCards {

    private SignInCards() {}

    /**
     * Asks a person to connect.
     *
     * @param page whose language counts
     * @param address where to connect, opened in a tab of its own
     * @param connected what to run when the person says it is done
     */
    public static StateCard connect(Component page, String address, SerializableRunnable connected) {
        return card(page, "signin.connect", Icon.LINK, address, connected).named("not-connected");
    }

    /** The same for a person whose consent is dead. */
    public static StateCard reconnect(Component page, String address, SerializableRunnable connected) {
        return card(page, "signin.reconnect", Icon.LINK, address, connected).named("reconnect");
    }

    /** Asks a person who came without Pipedrive around to sign in there. */
    public static StateCard signIn(Component page, String address) {
        var link = Actions.tab(address, page.getTranslation("signin.here.do"));
        link.setTarget("_self");
        return new StateCard(
                        Icon.LOCK, page.getTranslation("signin.here.title"), page.getTranslation("signin.here.text"))
                .named("sign-in")
                .with(link);
    }

    /** Tells that Pipedrive did not vouch for the person. */
    public static StateCard refused(Component page, SerializableRunnable retry) {
        return new StateCard(
                        Icon.LOCK,
                        page.getTranslation("signin.refused.title"),
                        page.getTranslation("signin.refused.text"))
                .named("token-refused")
                .with(Actions.retry(page.getTranslation("action.retry"), retry));
    }

    /** Tells why nobody could be asked who the person is. */
    public static StateCard failed(Component page, String sentence, SerializableRunnable retry) {
        return new StateCard(Icon.WARNING, page.getTranslation("signin.failed.title"), sentence)
                .named("sign-in-failed")
                .with(Actions.retry(page.getTranslation("action.retry"), retry));
    }

    private static StateCard card(
            Component page, String key, Icon icon, String address, SerializableRunnable connected) {
        var link = Actions.outside(address, page.getTranslation(key + ".do"), page.getTranslation("signin.outside"));
        return new StateCard(icon, page.getTranslation(key + ".title"), page.getTranslation(key + ".text"))
                .with(link, Actions.other(page.getTranslation("signin.done"), connected));
    }
}
