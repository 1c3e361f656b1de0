package io.dealdocs.sandbox.pipedrive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of deals and the page of one, with the app's panel and Pipedrive's own list of files. */
final class DealPages {
    private static final List<String> STAGES =
            List.of("Qualified", "Contact made", "Demo scheduled", "Proposal made", "Negotiations started", "Won");

    private final World world;
    private final Layout layout;

    DealPages(World world, Layout layout) {
        this.world = world;
        this.layout = layout;
    }

    Answer list(Request request) {
        User user = layout.user(request);
        String rows = world.directory().deals(layout.company()).stream()
                .filter(deal -> world.sees(user, deal) && !deal.deleted())
                .map(DealPages::row)
                .collect(Collectors.joining());
        String content = """
            <main class="page"><h1>Deals</h1><section class="card flush"><table class="table">
            <thead><tr><th>Title</th><th>Value</th><th>Organization</th><th>Owner</th><th>Stage</th></tr></thead>
            <tbody>%s</tbody></table></section></main>\
            """.formatted(rows);
        return layout.page(request, "Deals", "/deals", content);
    }

    private static String row(Deal deal) {
        return "<tr><td><a href=\"/deal/%d\">%s</a></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        deal.id(),
                        Html.escape(deal.title()),
                        money(deal),
                        Html.escape(deal.organization().name()),
                        Html.escape(deal.owner().name()),
                        Html.escape(deal.archived() ? "Archived" : deal.stage()));
    }

    Answer one(Request request) {
        User user = layout.user(request);
        Optional<Deal> found = world.directory()
                .deal(layout.company(), request.number("id"))
                .filter(deal -> world.sees(user, deal) && !deal.deleted());
        if (found.isEmpty()) {
            return layout.missing(request, "This deal does not exist or you cannot see it");
        }
        Deal deal = found.get();
        var config = Json.object().put("deal", deal.id()).put("installed", world.installed(user));
        String content = header(deal, world.installed(user)) + columns(deal, world.installed(user));
        return layout.page(request, deal.title(), "/deals", content, "deal.js", config);
    }

    private String header(Deal deal, boolean installed) {
        return """
            <div class="deal-head"><div class="deal-title"><h1>%s</h1><span class="spacer"></span>
            <span class="owner"><span class="avatar" aria-hidden="true">%s</span>%s<span class="muted"> · Owner</span></span>%s</div>
            <p class="deal-facts"><strong>%s</strong><span>%s</span><span>%s</span></p>
            <ol class="stages" aria-label="Stage">%s</ol></div>\
            """.formatted(
                        Html.escape(deal.title()),
                        Html.initials(deal.owner().name()),
                        Html.escape(deal.owner().name()),
                        installed ? actions() : "",
                        money(deal),
                        Html.escape(deal.person().name()),
                        Html.escape(deal.organization().name()),
                        stages(deal));
    }

    private String actions() {
        AppRegistration app = world.app();
        return """
            <details class="menu" data-testid="deal-menu"><summary class="icon-button" aria-label="More actions" title="More actions">⋯</summary>
            <div class="menu-list"><p class="menu-title">%s</p><button type="button" data-modal="%s" data-testid="deal-menu-modal">%s</button></div></details>\
            """.formatted(
                        Html.escape(app.name()),
                        Html.escape(app.createModalId()),
                        Html.escape(AppIcon.label(app.createModalId())));
    }

    private static String stages(Deal deal) {
        int reached = STAGES.indexOf(deal.stage());
        return STAGES.stream()
                .map(stage -> "<li%s>%s</li>"
                        .formatted(STAGES.indexOf(stage) <= reached ? " class=\"reached\"" : "", Html.escape(stage)))
                .collect(Collectors.joining());
    }

    private String columns(Deal deal, boolean installed) {
        return """
            <main class="deal"><aside class="sidebar" style="--panel-width: %dpx" aria-label="Details">%s
            <section class="card"><h2>Summary</h2><dl><dt>Value</dt><dd>%s</dd><dt>Stage</dt><dd>%s</dd><dt>Visible to</dt><dd>%s</dd></dl></section>
            <section class="card"><h2>Person</h2><p>%s</p></section>
            <section class="card"><h2>Organization</h2><p>%s</p></section></aside>
            <div class="content">%s</div></main>\
            """.formatted(
                        world.faults().limits().panelWidth(),
                        installed ? panel() : "",
                        money(deal),
                        Html.escape(deal.stage()),
                        deal.visibility().text,
                        Html.escape(deal.person().name()),
                        Html.escape(deal.organization().name()),
                        files());
    }

    private String panel() {
        return """
            <section class="card app-panel" data-testid="app-panel"><header class="app-panel-head">%s<h2>%s</h2><span class="spacer"></span>
            <button class="icon-button" type="button" data-testid="panel-reload" aria-label="Reload" title="Reload">⟳</button>
            <button class="icon-button" type="button" data-testid="panel-collapse" aria-label="Collapse" aria-expanded="true" title="Collapse">⌃</button></header>
            <div class="app-panel-body" data-testid="panel-body"></div></section>\
            """.formatted(AppIcon.of(world.app()), Html.escape(world.app().name()));
    }

    private static String files() {
        return """
            <section class="card flush" data-testid="native-files"><header class="files-head"><h2>Files</h2><span class="muted" data-testid="native-files-count"></span><span class="spacer"></span>
            <label class="button">Upload<input type="file" hidden data-testid="native-upload"></label></header>
            <table class="table files"><thead><tr><th>Name</th><th>Size</th><th>Added</th><th>By</th><th></th></tr></thead>
            <tbody data-testid="native-files-rows"></tbody></table>
            <p class="muted empty" data-testid="native-files-empty" hidden>No files yet</p></section>\
            """;
    }

    private static String money(Deal deal) {
        return "%s %,d".formatted(deal.currency().equals("EUR") ? "€" : "R$", deal.value());
    }
}
