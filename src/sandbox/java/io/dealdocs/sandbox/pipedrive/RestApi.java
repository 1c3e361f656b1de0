package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway in front of a company's REST interface: who, whether, how much (pipedrive contract, sections 3 and 4). */
final class RestApi implements Handler {
    private static final Pattern BEARER = Pattern.compile("Bearer +([^ ]+)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> CORS = Map.of(
            "Access-Control-Allow-Origin",
            "*",
            "Access-Control-Allow-Methods",
            "GET, POST, PUT, PATCH, DELETE, OPTIONS",
            "Access-Control-Allow-Headers",
            "authorization, content-type, x-api-token",
            "Access-Control-Expose-Headers",
            "x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, x-daily-ratelimit-token-limit, "
                    + "x-daily-ratelimit-token-remaining, x-correlation-id, x-sandbox-cost");

    private final World world;
    private final Company company;
    private final Grants grants;
    private final Rates rates;
    private final List<RestRoute> routes;

    RestApi(World world, Company company, Grants grants, Rates rates, List<RestRoute> routes) {
        this.world = world;
        this.company = company;
        this.grants = grants;
        this.rates = rates;
        this.routes = List.copyOf(routes);
    }

    static boolean owns(String path) {
        return path.startsWith("/api/") || path.startsWith("/v1/");
    }

    @Override
    public Answer handle(Request request) throws IOException {
        return answer(request)
                .with(CORS)
                .with("x-correlation-id", UUID.randomUUID().toString());
    }

    private Answer answer(Request request) throws IOException {
        if (request.method().equals("OPTIONS")) {
            return Answer.empty(204);
        }
        try {
            String token = bearer(request);
            Caller caller = caller(request, token);
            Found found = route(request);
            return limited(caller, token, found, request.withVariables(found.variables()));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private static String bearer(Request request) {
        String header = request.header("Authorization").orElseThrow(() -> new Refusal(Answers.unauthorized()));
        Matcher matcher = BEARER.matcher(header);
        if (!matcher.matches()) {
            throw new Refusal(Answers.gateway(400, "malformed authorization header"));
        }
        return matcher.group(1);
    }

    private Caller caller(Request request, String token) {
        User user = grants.memberOfAccess(token)
                .filter(member -> member.companyId() == company.id())
                .flatMap(world.directory()::user)
                .orElseThrow(() -> new Refusal(Answers.unauthorized()));
        request.trace().member = user.member();
        return new Caller(company, user);
    }

    private record Found(RestRoute route, Map<String, String> variables) {}

    private Found route(Request request) {
        String path = normalised(request.path());
        boolean known = false;
        for (RestRoute route : routes) {
            Optional<Map<String, String>> variables = route.template().match(path);
            known |= variables.isPresent();
            if (variables.isPresent() && route.method().equals(request.method())) {
                return new Found(route, variables.get());
            }
        }
        throw new Refusal(
                known ? Answers.gateway(403, "Scope and URL mismatch") : Answers.application(404, "Unknown method ."));
    }

    /** The version first, as the routes have it; the web path of a file counts as version 1. */
    private static String normalised(String path) {
        if (path.startsWith("/api/")) {
            return path.substring("/api".length());
        }
        return path.startsWith("/files/") ? "/v1" + path : path;
    }

    private Answer limited(Caller caller, String token, Found found, Request request) throws IOException {
        RestRoute route = found.route();
        if (Collections.disjoint(Scopes.granted(world.faults().droppedScopes()), route.scopes())) {
            return Answers.gateway(403, "Scope and URL mismatch");
        }
        Rates.Left left = rates.spend(caller.member(), token, route.cost());
        if (!left.allowed()) {
            return Answers.gateway(429, "request over limit").with(left.headers());
        }
        request.trace().cost = route.cost();
        return served(caller, route, request)
                .with(left.headers())
                .with("x-sandbox-cost", Integer.toString(route.cost()));
    }

    private Answer served(Caller caller, RestRoute route, Request request) throws IOException {
        Optional<Answer> fault = world.faults().before(route.operation());
        if (fault.isPresent()) {
            return fault.get();
        }
        if (!caller.user().mayUseApi()) {
            return Answers.application(403, "You do not have permissions to do this.");
        }
        try {
            return world.faults().after(route.operation(), route.handler().handle(caller, request));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }
}
