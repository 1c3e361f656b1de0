package io.dealdocs.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a page does when its server session is gone. A panel has nothing to lose and loads again by itself, with a fresh
 * token from its host. Every other page stays as it is, the live editor above all: it says so, and only a click on the
 * message loads it again.
 */
final class LostSession implements SystemMessagesProvider {

    private static final long serialVersionUID = 1L;
    private final I18NProvider words;

    LostSession(I18NProvider words) {
        this.words = words;
    }

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        Locale locale = Objects.requireNonNullElse(info.getLocale(), Locale.ENGLISH);
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(!isPanel(info.getRequest()));
        messages.setSessionExpiredCaption(words.getTranslation("lost.session.title", locale));
        messages.setSessionExpiredMessage(words.getTranslation("lost.session.text", locale));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(words.getTranslation("lost.fault.title", locale));
        messages.setInternalErrorMessage(words.getTranslation("lost.fault.text", locale));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(words.getTranslation("lost.cookies.title", locale));
        messages.setCookiesDisabledMessage(words.getTranslation("lost.cookies.text", locale));
        return messages;
    }

    private static boolean isPanel(@Nullable VaadinRequest request) {
        String location = request == null ? null : request.getParameter("location");
        return location != null && (location.equals("panel") || location.startsWith("panel?"));
    }
}
