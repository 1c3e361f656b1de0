package io.dealdocs.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a page does when its server session is gone. A panel has nothing to lose and loads again by itself, with a fresh
 * token from its host. Every other page stays as it is, the live editor above all: it says so, and only a click on the
 * message loads it again.
 */
final class LostSession implements SystemMessagesProvider {

    private static final long serialVersionUID = 1L;

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        Locale locale = info.getLocale();
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(!isPanel(info.getRequest()));
        messages.setSessionExpiredCaption(I18NProvider.translate(locale, "lost.session.title"));
        messages.setSessionExpiredMessage(I18NProvider.translate(locale, "lost.session.text"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(I18NProvider.translate(locale, "lost.fault.title"));
        messages.setInternalErrorMessage(I18NProvider.translate(locale, "lost.fault.text"));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(I18NProvider.translate(locale, "lost.cookies.title"));
        messages.setCookiesDisabledMessage(I18NProvider.translate(locale, "lost.cookies.text"));
        return messages;
    }

    private static boolean isPanel(@Nullable VaadinRequest request) {
        String location = request == null ? null : request.getParameter("location");
        return location != null && (location.equals("panel") || location.startsWith("panel?"));
    }
}
