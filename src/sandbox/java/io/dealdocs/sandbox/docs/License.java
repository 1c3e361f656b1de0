package io.dealdocs.sandbox.docs;

import tools.jackson.databind.node.ObjectNode;

/** What the server says about its licence: the open-source one. */
final class License {

    private static final int CONNECTIONS = 20;

    private License() {}

    static ObjectNode answer() {
        ObjectNode answer = Json.object().put("error", 0);
        answer.putObject("license")
                .putNull("end_date")
                .put("trial", false)
                .put("customization", false)
                .put("connections", CONNECTIONS)
                .put("connections_view", CONNECTIONS)
                .put("users_count", 0)
                .put("users_view_count", 0)
                .put("users_expire", 0);
        answer.set("server", server());
        ObjectNode quota = answer.putObject("quota");
        quota.putArray("users");
        quota.putArray("users_view");
        return answer;
    }

    static ObjectNode server() {
        return Json.object()
                .put("resultType", 3)
                .put("packageType", 0)
                .put("buildDate", "2026-03-29T00:00:00.000Z")
                .put("buildVersion", Assembler.SERVER_VERSION)
                .put("buildNumber", 10);
    }
}
