package io.dealdocs.sandbox.pipedrive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The frame around every page of a company: navigation, colours, who is signed in. */
final class Layout {
    private static final Map<String, String> NAVIGATION = navigation();

    private final World world;
    private final Session session;
    private final Company company;

    Layout(World world, Session session, Company company) {
        this.world = world;
        this.session = session;
        this.company = company;
    }

    Company company() {
        return company;
    }

    User user(Request request) {
        return session.user(request, company);
    }

    /**
     * A page that needs no script of its own.
     *
     * @param active path of the navigation entry that the page belongs to
     */
    Answer page(Request request, String title, String active, String content) {
        return page(request, title, active, content, "page.js", Json.object());
    }

    /** A page with a script of its own and what it has to know. */
    Answer page(Request request, String title, String active, String content, String script, ObjectNode config) {
        User user = user(request);
        String body = """
                <body>
                <header class="topbar"><a class="brand" href="/"><span class="logo" aria-hidden="true">p</span>%s</a>
                <nav aria-label="Main">%s</nav>
                <div class="topbar-end">
                <button class="icon-button" type="button" data-testid="theme-toggle" aria-label="Switch between light and dark" title="Light or dark">◐</button>
                %s</div></header>
                %s
                <script type="application/json" id="host-config">%s</script>
                <script type="module" src="/__static/%s"></script>
                </body>""".formatted(
                        Html.escape(company.name()),
                        navigation(active),
                        userMenu(request, user),
                        content,
                        Json.text(complete(config, user)).replace("<", "\\u003c"),
                        script);
        String whole = Html.bare(title + " – " + company.name(), world.theme(user), body);
        return session.remember(company, Answer.html(200, whole));
    }

    private ObjectNode complete(ObjectNode config, User user) {
        AppRegistration app = world.app();
        return config.put("userId", user.id())
                .put("companyId", user.companyId())
                .put("theme", world.theme(user).wire())
                .put("appName", app.name())
                .put("clientId", app.clientId())
                .put("frameSandbox", world.frameSandbox());
    }

    private static String navigation(String active) {
        return NAVIGATION.entrySet().stream()
                .map(entry -> "<a href=\"%s\"%s>%s</a>"
                        .formatted(
                                entry.getKey(),
                                entry.getKey().equals(active) ? " aria-current=\"page\"" : "",
                                entry.getValue()))
                .collect(Collectors.joining());
    }

    private String userMenu(Request request, User user) {
        String others = world.directory().users(company).stream()
                .map(other -> "<a href=\"/login?as=%d&amp;to=%s\" data-testid=\"login-%d\"%s>%s</a>"
                        .formatted(
                                other.id(),
                                Html.escape(Form.encode(request.path())),
                                other.id(),
                                other.equals(user) ? " aria-current=\"true\"" : "",
                                Html.escape(other.name())))
                .collect(Collectors.joining());
        return """
                <details class="menu" data-testid="user-menu"><summary><span class="avatar" aria-hidden="true">%s</span><span data-testid="signed-in">%s</span></summary>
                <div class="menu-list"><p class="menu-title">Sign in as</p>%s</div></details>""".formatted(Html.initials(user.name()), Html.escape(user.name()), others);
    }

    Answer missing(Request request, String text) {
        Answer page =
                page(request, "Not found", "", "<main class=\"page\"><h1>%s</h1></main>".formatted(Html.escape(text)));
        return new Answer(404, page.headers(), page.body());
    }

    Answer login(Request request) {
        Optional<User> user = request.query()
                .get("as")
                .filter(id -> id.matches("[0-9]{1,9}"))
                .flatMap(id -> world.directory().user(new Member(company.id(), Long.parseLong(id))));
        String to = request.query()
                .get("to")
                .filter(path -> path.matches("/([^/\\\\].*)?"))
                .orElse("/");
        return user.map(found -> session.signIn(found, to))
                .orElseGet(() -> Answer.text(400, "There is no such user here"));
    }

    private static Map<String, String> navigation() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("/deals", "Deals");
        entries.put("/marketplace", "Marketplace");
        entries.put("/settings/marketplace", "Marketplace apps");
        entries.put("/settings/interface-preferences", "Preferences");
        entries.put("/settings/api-usage", "API usage");
        return entries;
    }
}
