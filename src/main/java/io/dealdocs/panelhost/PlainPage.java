package io.dealdocs.panelhost;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableConsumer;
import org.jspecify.annotations.Nullable;

/** Says and asks in our own page what the host would, where there is no host. */
final class PlainPage {

    private static final int SHOWN_MILLIS = 6_000;

    private PlainPage() {}

    static void say(String message, @Nullable String label, @Nullable String address) {
        Notification notice = new Notification();
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.setDuration(SHOWN_MILLIS);
        Div content = new Div(new Span(message));
        content.setTestId("snackbar");
        if (label != null && address != null) {
            content.add(new Span(" "), link(label, address));
        }
        notice.add(content);
        notice.open();
    }

    private static Component link(String label, String address) {
        Anchor link = new Anchor(address, label);
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    static void confirm(ConfirmationRequest request, SerializableConsumer<Boolean> answer) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(request.title());
        dialog.setText(request.description());
        dialog.setConfirmText(request.ok());
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(request.cancel());
        dialog.addConfirmListener(_ -> answer.accept(true));
        dialog.addCancelListener(_ -> answer.accept(false));
        dialog.open();
    }
}
