package io.dealdocs.sandbox.pipedrive;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pipedrive's ways to say yes and no (pipedrive contract, section 4.1). */
final class Answers {
    private static final String GATEWAY_INFO = "Please check developers.pipedrive.com";
    private static final String API_INFO =
            "Please check developers.pipedrive.com for more information about Pipedrive API.";

    private Answers() {}

    static Answer ok(JsonNode data) {
        ObjectNode body = Json.object().put("success", true);
        body.set("data", data);
        return Answer.json(200, body);
    }

    /** Shapes A and B: the gateway refuses. */
    static Answer gateway(int status, String error) {
        ObjectNode body = Json.object()
                .put("success", false)
                .put("error", error)
                .put("errorCode", status)
                .put("error_info", GATEWAY_INFO);
        return Answer.json(status, body);
    }

    static Answer unauthorized() {
        return gateway(401, "unauthorized access").with("x-401-by-gw", "true");
    }

    /** Shape C: the application refuses. */
    static Answer application(int status, String error) {
        return application(status, error, API_INFO);
    }

    static Answer application(int status, String error, String info) {
        ObjectNode body = Json.object()
                .put("success", false)
                .put("error", error)
                .put("error_info", info)
                .putNull("data")
                .putNull("additional_data");
        return Answer.json(status, body);
    }

    static Answer notFound(String info) {
        return application(404, "Entity was not found", info);
    }

    /** Shape F. */
    static Answer noSuchUser() {
        return Answer.json(404, Json.object().put("success", false).put("error", "User not found or not accessible."));
    }

    /** Shape G: the sign-in host refuses. */
    static Answer oauth(String error, String message) {
        return Answer.json(
                400, Json.object().put("success", false).put("message", message).put("error", error));
    }

    /** Shape H: the network in front refuses. */
    static Answer forbiddenPage() {
        return Answer.html(403, "<!doctype html><title>Access denied</title><h1>Error 1015</h1><p>Access denied.</p>");
    }
}
