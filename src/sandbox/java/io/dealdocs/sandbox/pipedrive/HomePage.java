package io.dealdocs.sandbox.pipedrive;

import java.util.stream.Collectors;

/** Where a person starts: who to be, where to go. */
final class HomePage {
    private final World world;
    private final Layout layout;

    HomePage(World world, Layout layout) {
        this.world = world;
        this.layout = layout;
    }

    Answer show(Request request) {
        String content = """
                <main class="page"><h1>Pipedrive sandbox</h1>
                <p class="muted">A stand-in for Pipedrive, for trying %s. Nothing here leaves this machine.</p>
                <section class="card"><h2>Who are you?</h2><div class="people">%s</div></section>
                <section class="card"><h2>Where to?</h2><ul class="links">
                <li><a href="/marketplace/app/%s">Install %s from the Marketplace</a></li>
                <li><a href="/deal/1">Open a deal with files</a></li>
                <li><a href="/settings/marketplace">Installed apps and their settings</a></li>
                <li>%s</li></ul></section></main>""".formatted(
                        Html.escape(world.app().name()),
                        people(request),
                        Html.escape(world.app().clientId()),
                        Html.escape(world.app().name()),
                        otherCompany());
        return layout.page(request, "Start", "/", content);
    }

    private String people(Request request) {
        User current = layout.user(request);
        return world.directory().users(layout.company()).stream()
                .map(user -> person(user, user.equals(current)))
                .collect(Collectors.joining());
    }

    private String person(User user, boolean current) {
        String rights = !user.mayUseApi() ? "No API access" : user.admin() ? "Administrator" : "Regular user";
        return """
                <a class="person" href="/login?as=%d" data-testid="person-%d"%s><span class="avatar" aria-hidden="true">%s</span>
                <span><strong>%s</strong><br><span class="muted">%s · %s-%s%s</span></span></a>""".formatted(
                        user.id(),
                        user.id(),
                        current ? " aria-current=\"true\"" : "",
                        Html.initials(user.name()),
                        Html.escape(user.name()),
                        rights,
                        user.language(),
                        user.country(),
                        world.installed(user) ? " · app installed" : "");
    }

    private String otherCompany() {
        Company other = world.directory().companies().stream()
                .filter(company -> !company.equals(layout.company()))
                .findFirst()
                .orElseThrow();
        return "<a href=\"%s/\">Go to company %s</a>".formatted(world.origins().of(other), Html.escape(other.name()));
    }
}
