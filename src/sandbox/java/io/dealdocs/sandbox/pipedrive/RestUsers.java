package io.dealdocs.sandbox.pipedrive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls about users (pipedrive contract, sections 3.1 and 3.2). */
final class RestUsers {
    private final World world;

    RestUsers(World world) {
        this.world = world;
    }

    List<RestRoute> routes() {
        return List.of(
                RestRoute.of("GET", "/v1/users/me", 2, Scopes.BASE, this::me),
                RestRoute.of("GET", "/v1/userSettings", 2, Scopes.BASE, this::settings),
                RestRoute.of("GET", "/v1/users", 20, Scopes.READ_USERS, this::all),
                RestRoute.of("GET", "/v1/users/{id}", 2, Scopes.READ_USERS, this::one));
    }

    private Answer me(Caller caller, Request request) {
        User user = caller.user();
        Company company = caller.company();
        ObjectNode data = user(user, caller)
                .put("company_id", company.id())
                .put("company_name", company.name())
                .put("company_domain", company.domain())
                .put("company_country", company.country())
                .put("company_industry", company.industry());
        data.putObject("language").put("language_code", user.language()).put("country_code", user.country());
        return Answers.ok(data);
    }

    private Answer settings(Caller caller, Request request) {
        boolean drive = world.faults().is(Switch.UPLOADS_GO_TO_DRIVE);
        return Answers.ok(Json.object()
                .put("list_limit", 100)
                .put("file_upload_destination", drive ? "googledrive" : "s3")
                .put("advanced_permissions", caller.company().equals(Directory.ACME)));
    }

    private Answer all(Caller caller, Request request) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        world.directory().users(caller.company()).forEach(user -> list.add(user(user, caller)));
        return Answers.ok(list);
    }

    private Answer one(Caller caller, Request request) {
        return world.directory()
                .user(new Member(caller.company().id(), request.number("id")))
                .map(user -> Answers.ok(user(user, caller)))
                .orElseGet(Answers::noSuchUser);
    }

    private static ObjectNode user(User user, Caller caller) {
        ObjectNode data = Json.object()
                .put("id", user.id())
                .put("name", user.name())
                .put("default_currency", caller.company().equals(Directory.ACME) ? "EUR" : "BRL")
                .put("locale", user.locale())
                .put("lang", 1)
                .put("email", user.email())
                .putNull("phone")
                .put("activated", true)
                .put("last_login", "2026-11-20 08:45:56")
                .put("created", "2024-01-13 09:16:26")
                .put("modified", "2026-11-20 08:45:56")
                .put("has_created_company", user.admin());
        data.set("access", access(user));
        return data.put("active_flag", true)
                .put("timezone_name", "Europe/Helsinki")
                .put("timezone_offset", "+02:00")
                .put("role_id", 1)
                .putNull("icon_url")
                .put("is_you", user.equals(caller.user()))
                .put("is_deleted", false);
    }

    private static ArrayNode access(User user) {
        ArrayNode access = Json.MAPPER.createArrayNode();
        access(access, "sales", user.admin());
        access(access, "global", user.admin());
        if (user.admin()) {
            access(access, "account_settings", true);
        }
        return access;
    }

    private static void access(ArrayNode access, String app, boolean admin) {
        UUID set = UUID.nameUUIDFromBytes((app + admin).getBytes(StandardCharsets.UTF_8));
        access.addObject().put("app", app).put("admin", admin).put("permission_set_id", set.toString());
    }
}
