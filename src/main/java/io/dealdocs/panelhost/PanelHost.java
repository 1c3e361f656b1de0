package io.dealdocs.panelhost;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import java.util.Map;

/**
 * Holds a framed page's content and speaks to the Pipedrive page around it. Where there is no host, or it does not
 * answer, messages and questions appear in our own page.
 */
@Tag("panel-host")
@JsModule("./panel-host/panel-host.ts")
@NpmPackage(value = "@pipedrive/app-extensions-sdk", version = "0.15.1")
public final class PanelHost extends Component implements HasComponents, HasStyle {

    private static final long serialVersionUID = 1L;
    private final boolean hosted;
    private String openingWords = "";

    /** Makes a page with or without a host. */
    public PanelHost(boolean hosted) {
        this.hosted = hosted;
    }

    /** Whether the address named a host. */
    public boolean isHosted() {
        return hosted;
    }

    /** Keeps the frame as high as the content, between 100 and 750 pixels. */
    public void fitContent() {
        getElement().setProperty("fit", "content");
    }

    /** Gives the frame a size in pixels. */
    public void fit(int width, int height) {
        getElement().setProperty("fit", width + "x" + height);
    }

    /** What a tab says while it waits for its address. */
    public void setOpeningWords(String words) {
        openingWords = words;
        getElement().setProperty("openingWords", words);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setProperty("openingWords", openingWords);
    }

    /** Says something that needs no answer. */
    public void say(String message) {
        if (hosted) {
            getElement()
                    .callJsFunction("showSnackbar", message, "", "")
                    .then(_ -> {}, _ -> PlainPage.say(message, null, null));
        } else {
            PlainPage.say(message, null, null);
        }
    }

    /** Says something with a link that opens in a tab of its own. */
    public void say(String message, String label, String address) {
        if (hosted) {
            getElement()
                    .callJsFunction("showSnackbar", message, address, label)
                    .then(_ -> {}, _ -> PlainPage.say(message, label, address));
        } else {
            PlainPage.say(message, label, address);
        }
    }

    /** Asks before something that cannot be taken back. */
    public void confirm(ConfirmationRequest request, SerializableConsumer<Boolean> answer) {
        if (hosted) {
            getElement()
                    .callJsFunction("confirm", request)
                    .then(Boolean.class, answer, _ -> PlainPage.confirm(request, answer));
        } else {
            PlainPage.confirm(request, answer);
        }
    }

    /** Opens one of the app's modals. */
    public void openModal(
            String actionId, Map<String, String> data, SerializableRunnable closed, SerializableRunnable refused) {
        getElement().callJsFunction("openModal", actionId, data).then(_ -> closed.run(), _ -> refused.run());
    }

    /** Closes the modal this page is in. */
    public void closeModal() {
        if (hosted) {
            var _ = getElement().callJsFunction("closeModal");
        }
    }

    /** Asks for a fresh signed token. */
    public void signedToken(SerializableConsumer<String> token, SerializableRunnable unavailable) {
        getElement().callJsFunction("signedToken").then(String.class, token, _ -> unavailable.run());
    }

    /** Leads to the app's settings in Pipedrive. */
    public void openSettings(SerializableRunnable unavailable) {
        getElement().callJsFunction("openSettings").then(_ -> {}, _ -> unavailable.run());
    }

    /** Makes clicks on a trigger open a tab at once, which waits until it is sent on or closed by its key. */
    public static void opensTab(HasElement trigger, String key) {
        trigger.getElement().setAttribute("data-opens-tab", key);
    }

    /** Makes clicks on a trigger open no tab any more. */
    public static void opensNoTab(HasElement trigger) {
        trigger.getElement().removeAttribute("data-opens-tab");
    }

    /** Makes Enter in a field click a button, by its id, in the browser. */
    public static void clicksOnEnter(HasElement field, String buttonId) {
        field.getElement().setAttribute("data-enter-clicks", buttonId);
    }

    /** Sends a waiting tab to its address; {@link TabBlocked} follows where the browser refused the tab. */
    public void sendTab(String key, String address) {
        var _ = getElement().callJsFunction("sendTab", key, address);
    }

    /** Closes a waiting tab. */
    public void closeTab(String key) {
        var _ = getElement().callJsFunction("closeTab", key);
    }

    /** Saves a file; a frame that forbids it gets the sentence with a link instead. */
    public void download(String address, String name, String sentence, String label) {
        var _ = getElement().callJsFunction("download", address, name, sentence, label);
    }

    /** Tells when the person changes the theme in Pipedrive. */
    public Registration addThemeListener(ComponentEventListener<ThemeChanged> listener) {
        return addListener(ThemeChanged.class, listener);
    }

    /** Tells when the person comes back to the page. */
    public Registration addVisibleListener(ComponentEventListener<BecameVisible> listener) {
        return addListener(BecameVisible.class, listener);
    }

    /** Tells when the browser refused a tab. */
    public Registration addTabBlockedListener(ComponentEventListener<TabBlocked> listener) {
        return addListener(TabBlocked.class, listener);
    }

    /** The person changed the theme. */
    @DomEvent("host-theme")
    public static class ThemeChanged extends ComponentEvent<PanelHost> {

        private static final long serialVersionUID = 1L;
        private final boolean dark;

        public ThemeChanged(PanelHost source, boolean fromClient, @EventData("event.detail.dark") boolean dark) {
            super(source, fromClient);
            this.dark = dark;
        }

        public boolean isDark() {
            return dark;
        }
    }

    /** The page can be seen again. */
    @DomEvent("page-visible")
    public static class BecameVisible extends ComponentEvent<PanelHost> {

        private static final long serialVersionUID = 1L;
        private final double hiddenMillis;

        public BecameVisible(
                PanelHost source, boolean fromClient, @EventData("event.detail.hiddenMillis") double hiddenMillis) {
            super(source, fromClient);
            this.hiddenMillis = hiddenMillis;
        }

        /** How long it could not be seen. */
        public double getHiddenMillis() {
            return hiddenMillis;
        }
    }

    /** The browser refused to open a tab. */
    @DomEvent("tab-blocked")
    public static class TabBlocked extends ComponentEvent<PanelHost> {

        private static final long serialVersionUID = 1L;
        private final String address;

        public TabBlocked(PanelHost source, boolean fromClient, @EventData("event.detail.address") String address) {
            super(source, fromClient);
            this.address = address;
        }

        /** Where the tab would have gone. */
        public String getAddress() {
            return address;
        }
    }
}
