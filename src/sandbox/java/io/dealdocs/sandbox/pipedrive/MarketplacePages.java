package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.util.stream.Collectors;

/** The Marketplace and the list of installed apps. */
final class MarketplacePages {
    private final World world;
    private final Layout layout;
    private final Uninstaller uninstaller;

    MarketplacePages(World world, Layout layout, Uninstaller uninstaller) {
        this.world = world;
        this.layout = layout;
        this.uninstaller = uninstaller;
    }

    Answer list(Request request) {
        String content = """
                <main class="page"><h1>Marketplace</h1><section class="card app-row">%s
                <div><h2><a href="/marketplace/app/%s">%s</a></h2><p class="muted">Documents, spreadsheets and presentations inside your deals</p></div></section></main>""".formatted(
                        AppIcon.of(world.app()),
                        Html.escape(world.app().clientId()),
                        Html.escape(world.app().name()));
        return layout.page(request, "Marketplace", "/marketplace", content);
    }

    Answer app(Request request) {
        AppRegistration app = world.app();
        if (!request.variable("clientId").equals(app.clientId())) {
            return layout.missing(request, "There is no such app");
        }
        String button = world.installed(layout.user(request))
                ? "<a class=\"button\" href=\"/settings/marketplace\" data-testid=\"manage-app\">Manage app</a>"
                : "<a class=\"button primary\" href=\"%s\" target=\"_blank\" data-testid=\"install-now\">Install now</a>"
                        .formatted(Html.escape(installUrl()));
        String scopes = Scopes.granted(world.faults().droppedScopes()).stream()
                .map(scope -> "<li>" + Html.escape(Scopes.text(scope)) + "</li>")
                .collect(Collectors.joining());
        String content = """
                <main class="page"><section class="card"><div class="app-row">%s<div><h1>%s</h1><p class="muted">Documents, spreadsheets and presentations inside your deals</p></div><span class="spacer"></span>%s</div>
                <h2>This app will be able to</h2><ul class="scopes">%s</ul></section></main>""".formatted(AppIcon.of(app), Html.escape(app.name()), button, scopes);
        return layout.page(request, app.name(), "/marketplace", content);
    }

    private String installUrl() {
        AppRegistration app = world.app();
        return world.faults().is(Switch.IGNORES_INSTALLATION_URL)
                ? world.origins().oauth() + "/oauth/authorize?client_id=" + Form.encode(app.clientId())
                        + "&redirect_uri=" + Form.encode(app.callbackUrl().toString())
                : app.installationUrl().toString();
    }

    Answer installed(Request request) {
        boolean installed = world.installed(layout.user(request));
        String note = request.query()
                .get("uninstalled")
                .filter(status -> status.matches("[0-9]{1,3}"))
                .map(MarketplacePages::note)
                .orElse("");
        String content = """
                <main class="page"><h1>Marketplace apps</h1>%s<section class="card flush"><table class="table">
                <thead><tr><th>App</th><th>Status</th><th></th></tr></thead><tbody>%s</tbody></table></section></main>""".formatted(
                        note, installed ? row() : "<tr><td colspan=\"3\" class=\"muted\">No apps installed</td></tr>");
        return layout.page(
                request, "Marketplace apps", "/settings/marketplace", content, "installed.js", Json.object());
    }

    private static String note(String status) {
        String answer = status.equals("0") ? "The app did not answer." : "The app answered " + status + ".";
        return "<p class=\"note\" role=\"status\" data-testid=\"uninstalled\">The app was uninstalled. %s</p>"
                .formatted(answer);
    }

    private String row() {
        AppRegistration app = world.app();
        return """
                <tr data-testid="installed-app"><td><span class="app-cell">%s%s</span></td><td>Installed</td><td class="end">
                <details class="menu" data-testid="app-menu"><summary class="icon-button" aria-label="Actions" title="Actions">⋯</summary>
                <div class="menu-list"><a href="/settings/marketplace/app/%s/app-settings" data-testid="app-settings">Settings</a>
                <button type="button" data-uninstall data-testid="app-uninstall">Uninstall</button></div></details>
                <form method="post" action="/settings/marketplace/uninstall" hidden></form></td></tr>""".formatted(AppIcon.of(app), Html.escape(app.name()), Html.escape(app.clientId()));
    }

    Answer uninstall(Request request) {
        int status = uninstaller.uninstall(layout.user(request).member());
        return Answer.redirect("/settings/marketplace?uninstalled=" + status);
    }

    Answer settings(Request request) throws IOException {
        AppRegistration app = world.app();
        if (!request.variable("clientId").equals(app.clientId()) || !world.installed(layout.user(request))) {
            return layout.missing(request, "You have not installed this app");
        }
        var config = Json.object();
        var context = config.putObject("context");
        request.query().values().forEach(context::put);
        String content = """
                <main class="page wide"><p><a href="/settings/marketplace">Marketplace apps</a></p><h1>%s</h1>
                <section class="card flush app-settings" data-testid="settings-body"></section></main>""".formatted(Html.escape(app.name()));
        return layout.page(request, app.name() + " settings", "/settings/marketplace", content, "settings.js", config);
    }
}
