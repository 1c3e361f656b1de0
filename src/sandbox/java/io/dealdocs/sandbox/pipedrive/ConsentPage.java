package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks the signed-in user whether the app may act for him (pipedrive contract, section 1.1). */
final class ConsentPage {
    private static final Set<String> KNOWN = Set.of("client_id", "redirect_uri", "state");
    private static final Set<String> OWN = Set.of("company_id", "decision");

    private final World world;
    private final Session session;
    private final Grants grants;

    ConsentPage(World world, Session session, Grants grants) {
        this.world = world;
        this.session = session;
        this.grants = grants;
    }

    Answer ask(Request request) {
        Form query = request.query();
        Optional<Answer> wrong = wrong(query, KNOWN);
        return wrong.orElseGet(() -> Answer.html(200, page(request, query)));
    }

    Answer decide(Request request) throws IOException {
        Form form = request.form();
        var allowed = new TreeSet<>(KNOWN);
        allowed.addAll(OWN);
        Optional<Answer> wrong = wrong(form, allowed);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        String redirectUri = form.required("redirect_uri");
        Map<String, String> result = new LinkedHashMap<>();
        if (form.required("decision").equals("allow")) {
            User user = session.user(request, company(form));
            result.put("code", grants.code(user.member(), redirectUri).value());
        } else {
            result.put("error", "user_denied");
        }
        form.get("state").ifPresent(state -> result.put("state", state));
        return Answer.redirect(redirectUri + (redirectUri.contains("?") ? "&" : "?") + Form.encode(result));
    }

    private Company company(Form form) {
        String id = form.required("company_id");
        return world.directory().companies().stream()
                .filter(company -> Long.toString(company.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(error("App cannot be installed for requested company")));
    }

    private Optional<Answer> wrong(Form given, Set<String> allowed) {
        Set<String> extra = given.names().stream()
                .filter(name -> !allowed.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!extra.isEmpty() && !world.faults().is(Switch.ACCEPTS_PKCE)) {
            return Optional.of(error("Parameters that Pipedrive does not know: " + String.join(", ", extra)));
        }
        if (!given.get("client_id").equals(Optional.of(world.app().clientId()))) {
            return Optional.of(error("There is no app with this client_id"));
        }
        if (!given.get("redirect_uri")
                .equals(Optional.of(world.app().callbackUrl().toString()))) {
            return Optional.of(error("redirect_uri is not the callback URL that is registered for this app"));
        }
        return Optional.empty();
    }

    private static Answer error(String text) {
        String body = """
                <body class="bare"><main class="card" data-testid="oauth-error">
                <h1>This app cannot be installed</h1><p>%s.</p>
                </main></body>""".formatted(Html.escape(text));
        return Answer.html(400, Html.bare("Cannot install", User.Theme.LIGHT, body));
    }

    private String page(Request request, Form query) {
        Company last = session.lastCompany(request);
        User user = session.user(request, last);
        String name = Html.escape(world.app().name());
        String body =
                """
                <body class="bare"><main class="card consent" data-testid="consent">
                <div class="consent-icons"><span class="logo" aria-hidden="true">p</span><span class="dots" aria-hidden="true">···</span>%s</div>
                <h1>%s wants to access your Pipedrive data</h1>
                <form method="post" action="/oauth/authorize">
                %s
                <label class="field">Company<select name="company_id" data-testid="consent-company">%s</select></label>
                <p class="muted">By allowing it, %s will be able to:</p>
                <ul class="scopes">%s</ul>
                <div class="actions">
                <button class="button" name="decision" value="cancel" data-testid="consent-cancel">Cancel</button>
                <button class="button primary" name="decision" value="allow" data-testid="consent-allow">Allow and install</button>
                </div></form></main></body>""".formatted(AppIcon.of(world.app()), name, carried(query), companies(request, last), name, scopes());
        return Html.bare("Install " + world.app().name(), world.theme(user), body);
    }

    private static String carried(Form query) {
        return query.values().entrySet().stream()
                .filter(entry -> KNOWN.contains(entry.getKey()))
                .map(entry -> Html.hidden(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private String companies(Request request, Company last) {
        return world.directory().companies().stream()
                .map(company -> option(company, session.user(request, company), company.equals(last)))
                .collect(Collectors.joining());
    }

    private static String option(Company company, User user, boolean selected) {
        return "<option value=\"%d\"%s>%s – %s</option>"
                .formatted(
                        company.id(),
                        selected ? " selected" : "",
                        Html.escape(company.name()),
                        Html.escape(user.name()));
    }

    private String scopes() {
        return Scopes.granted(world.faults().droppedScopes()).stream()
                .map(scope ->
                        "<li data-scope=\"" + Html.escape(scope) + "\">" + Html.escape(Scopes.text(scope)) + "</li>")
                .collect(Collectors.joining());
    }
}
