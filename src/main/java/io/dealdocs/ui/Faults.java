package io.dealdocs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what nobody foresaw under a reference and tells the person that reference, and that nothing is lost. */
final class Faults implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHOWN_MILLIS = 15_000;

    @Override
    public void error(ErrorEvent event) {
        String reference = record(event.getThrowable());
        Optional.ofNullable(UI.getCurrent()).ifPresent(ui -> show(ui, reference));
    }

    /** Logs a fault and answers the reference it is logged under. */
    static String record(Throwable fault) {
        String reference = "%08X".formatted(RANDOM.nextInt());
        LOG.error("fault {}", reference, fault);
        return reference;
    }

    private static void show(Component page, String reference) {
        String sentence = page.getTranslation("fault.text", reference);
        Notification notice = Notification.show(sentence, SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
        notice.setAssertive(true);
        notice.addClassName("dd-fault");
    }
}
