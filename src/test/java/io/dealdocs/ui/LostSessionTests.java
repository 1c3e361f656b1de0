package io.dealdocs.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What a page does when its session is gone. */
class LostSessionTests {

    private static SystemMessages messages(String location) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("location", location);
        VaadinServletService service = mock(VaadinServletService.class);
        return new LostSession(new Translations())
                .getSystemMessages(
                        new SystemMessagesInfo(Locale.US, new VaadinServletRequest(request, service), service));
    }

    @Test
    void neverReloadsAnEditorByItself() {
        SystemMessages editor = messages("documents/5a4e2b1c-0000-4000-8000-000000000001");

        assertThat(editor.isSessionExpiredNotificationEnabled()).isTrue();
        assertThat(editor.getSessionExpiredMessage()).contains("goes on and keeps saving", "Click here");
        assertThat(editor.getSessionExpiredURL()).isNull();
    }

    @Test
    void reloadsAPanelSilentlySinceItHasNothingToLose() {
        assertThat(messages("panel").isSessionExpiredNotificationEnabled()).isFalse();
    }

    @Test
    void keepsWhatIsTypedInForms() {
        assertThat(messages("settings").isSessionExpiredNotificationEnabled()).isTrue();
        assertThat(messages("create").isSessionExpiredNotificationEnabled()).isTrue();
        assertThat(messages("panels").isSessionExpiredNotificationEnabled()).isTrue();
    }

    @Test
    void speaksWithoutAPageAround() {
        VaadinServletService service = mock(VaadinServletService.class);

        SystemMessages messages =
                new LostSession(new Translations()).getSystemMessages(new SystemMessagesInfo(null, null, service));

        assertThat(messages.getCookiesDisabledCaption()).isEqualTo("This browser refuses cookies");
    }
}
