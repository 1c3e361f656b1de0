package io.dealdocs.sandbox.pipedrive;

import java.util.List;
import java.util.stream.Collectors;

/** A user's own preferences, and what the company has spent. */
final class SettingsPages {
    private static final int SHOWN = 60;

    private final World world;
    private final Layout layout;
    private final Rates rates;

    SettingsPages(World world, Layout layout, Rates rates) {
        this.world = world;
        this.layout = layout;
        this.rates = rates;
    }

    Answer preferences(Request request) {
        boolean dark = world.theme(layout.user(request)) == User.Theme.DARK;
        String content = """
                <main class="page"><h1>Interface preferences</h1><section class="card"><h2>Theme</h2>
                <label class="choice"><input type="radio" name="theme" value="light" data-testid="theme-light"%s> Light</label>
                <label class="choice"><input type="radio" name="theme" value="dark" data-testid="theme-dark"%s> Dark</label>
                <p class="muted">Open pages follow at once.</p></section></main>""".formatted(dark ? "" : " checked", dark ? " checked" : "");
        return layout.page(request, "Interface preferences", "/settings/interface-preferences", content);
    }

    Answer usage(Request request) {
        long budget = world.faults().limits().dailyBudget();
        String content = """
                <main class="page"><h1>API usage</h1><section class="card"><p><strong data-testid="spent">%,d</strong> of %,d tokens spent today</p></section>
                <section class="card flush"><table class="table"><thead><tr><th>Time (UTC)</th><th>Request</th><th>Answer</th><th>User</th><th>Tokens</th></tr></thead>
                <tbody>%s</tbody></table></section></main>""".formatted(rates.spent(layout.company()), budget, rows());
        return layout.page(request, "API usage", "/settings/api-usage", content);
    }

    private String rows() {
        List<RecordedRequest> shown = world.log().entries().reversed().stream()
                .filter(entry -> entry.kind() != RecordedRequest.Kind.PAGE && entry.kind() != RecordedRequest.Kind.HOST)
                .limit(SHOWN)
                .toList();
        return shown.stream().map(SettingsPages::row).collect(Collectors.joining());
    }

    private static String row(RecordedRequest entry) {
        return "<tr><td>%s</td><td class=\"break\">%s %s</td><td>%s</td><td>%s</td><td>%d</td></tr>"
                .formatted(
                        FileJson.time(entry.time()),
                        entry.method(),
                        Html.escape(entry.path()),
                        entry.status() == 0 ? "none" : Integer.toString(entry.status()),
                        entry.userId().isPresent()
                                ? Long.toString(entry.userId().getAsLong())
                                : "–",
                        entry.cost());
    }
}
