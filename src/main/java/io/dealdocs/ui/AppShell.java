package io.dealdocs.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The document around every page: styles, icon, push, and the line to the host, which must not wait for anything. */
@Push
@JsModule("./panel-host/host-connection.ts")
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public final class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("DealDocs");
        settings.addLink("icon", "icons/dealdocs.svg");
        settings.addMetaTag("referrer", "no-referrer");
        settings.addMetaTag("robots", "noindex");
    }
}
