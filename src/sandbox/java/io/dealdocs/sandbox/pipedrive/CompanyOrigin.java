package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One company's address: its pages and its REST interface; Acme's also has the sign-in. */
final class CompanyOrigin implements Handler {
    private final Handler handler;

    CompanyOrigin(SandboxParts parts, Company company, StorageSignature signature, Control control) {
        RestApi api = api(parts, company, signature);
        var session = new Session(parts.world());
        var layout = new Layout(parts.world(), session, company);
        var host = new HostApi(parts.world(), layout, parts.frameTokens(), parts.cabinet());
        Pages pages = new Pages().on("GET", "/__static/{name}", StaticFiles::serve);
        host.addTo(pages);
        addPages(pages, parts, layout);
        pages.on("GET", "/files/{id}/download", request -> download(request, api, host, signature));
        if (parts.world().origins().of(company).equals(parts.world().origins().oauth())) {
            addSignIn(pages, parts, session);
        }
        handler = control.orElse(request -> RestApi.owns(request.path()) ? api.handle(request) : pages.handle(request));
    }

    private static RestApi api(SandboxParts parts, Company company, StorageSignature signature) {
        World world = parts.world();
        var deals = new RestDeals(world);
        List<RestRoute> routes = new ArrayList<>(new RestUsers(world).routes());
        routes.addAll(deals.routes());
        routes.addAll(new RestFiles(world, deals, parts.cabinet(), signature).routes());
        return new RestApi(world, company, parts.grants(), parts.rates(), routes);
    }

    /** The web twin of the download call: with a token it is that call, in a signed-in browser it just works. */
    private static Answer download(Request request, RestApi api, HostApi host, StorageSignature signature)
            throws IOException {
        return request.header("Authorization").isPresent()
                ? api.handle(request)
                : Answer.redirect(signature.sign(host.file(request)));
    }

    private static void addPages(Pages pages, SandboxParts parts, Layout layout) {
        var deals = new DealPages(parts.world(), layout);
        var marketplace = new MarketplacePages(parts.world(), layout, parts.uninstaller());
        var settings = new SettingsPages(parts.world(), layout, parts.rates());
        pages.on("GET", "/", new HomePage(parts.world(), layout)::show)
                .on("GET", "/login", layout::login)
                .on("GET", "/deals", deals::list)
                .on("GET", "/deal/{id}", deals::one)
                .on("GET", "/marketplace", marketplace::list)
                .on("GET", "/marketplace/app/{clientId}", marketplace::app)
                .on("GET", "/settings/marketplace", marketplace::installed)
                .on("POST", "/settings/marketplace/uninstall", marketplace::uninstall)
                .on("GET", "/settings/marketplace/app/{clientId}/app-settings", marketplace::settings)
                .on("GET", "/settings/interface-preferences", settings::preferences)
                .on("GET", "/settings/api-usage", settings::usage);
    }

    private static void addSignIn(Pages pages, SandboxParts parts, Session session) {
        var consent = new ConsentPage(parts.world(), session, parts.grants());
        var tokens = new TokenEndpoint(parts.world(), parts.grants());
        pages.on("GET", "/oauth/authorize", consent::ask)
                .on("POST", "/oauth/authorize", consent::decide)
                .on("POST", "/oauth/token", tokens::token)
                .on("POST", "/oauth/token/", tokens::token)
                .on("POST", "/oauth/revoke", tokens::revoke);
    }

    static RecordedRequest.Kind kind(String path) {
        if (path.startsWith("/oauth/")) {
            return RecordedRequest.Kind.OAUTH;
        }
        if (path.startsWith("/__")) {
            return RecordedRequest.Kind.HOST;
        }
        return RestApi.owns(path) ? RecordedRequest.Kind.REST : RecordedRequest.Kind.PAGE;
    }

    @Override
    public Answer handle(Request request) throws IOException {
        return handler.handle(request);
    }
}
