package io.dealdocs.sandbox.pipedrive;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls about deals (pipedrive contract, sections 3.3 and 3.5). */
final class RestDeals {
    private final World world;

    RestDeals(World world) {
        this.world = world;
    }

    List<RestRoute> routes() {
        return List.of(
                RestRoute.of("GET", "/v2/deals", 10, Scopes.READ_DEALS, this::all),
                RestRoute.of("GET", "/v2/deals/{id}", 1, Scopes.READ_DEALS, this::one),
                RestRoute.of("GET", "/v1/deals/{id}/permittedUsers", 10, Scopes.READ_DEALS, this::permittedUsers));
    }

    /** A deal as v2 knows it; invisible and absent look alike. */
    Deal visible(Caller caller, long id, Answer absent) {
        Deal deal = world.directory().deal(caller.company(), id).orElseThrow(() -> new Refusal(absent));
        if (!world.sees(caller.user(), deal)) {
            throw new Refusal(
                    world.faults().is(Switch.INVISIBLE_DEAL_IS_FORBIDDEN)
                            ? Answers.application(403, "You do not have permissions to do this.")
                            : absent);
        }
        return deal;
    }

    /** A deal that files can be listed and added on; v1 has its own words for the opposite. */
    Deal usable(Caller caller, long id) {
        Answer absent = Answers.application(404, "Deal not found");
        Deal deal = visible(caller, id, absent);
        if (deal.deleted()) {
            throw new Refusal(absent);
        }
        return deal;
    }

    private Answer one(Caller caller, Request request) {
        Answer absent = Answers.notFound("Object was not found.");
        Deal deal = visible(caller, request.number("id"), absent);
        return deal.deleted() && world.faults().is(Switch.DELETED_DEAL_IS_ABSENT) ? absent : Answers.ok(deal(deal));
    }

    private Answer all(Caller caller, Request request) {
        int limit = request.query()
                .get("limit")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElse(100);
        if (limit < 1 || limit > 500) {
            return Answers.application(400, "limit must be between 1 and 500");
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        deals(caller).limit(limit).forEach(deal -> list.add(deal(deal)));
        ObjectNode body = Json.object().put("success", true);
        body.set("data", list);
        body.putObject("additional_data").putNull("next_cursor");
        return Answer.json(200, body);
    }

    private Stream<Deal> deals(Caller caller) {
        return world.directory().deals(caller.company()).stream()
                .filter(deal -> world.sees(caller.user(), deal))
                .filter(deal -> !deal.deleted() && !deal.archived());
    }

    private Answer permittedUsers(Caller caller, Request request) {
        Deal deal = usable(caller, request.number("id"));
        ArrayNode ids = Json.MAPPER.createArrayNode();
        world.directory().users(caller.company()).stream()
                .filter(user -> world.sees(user, deal))
                .forEach(user -> ids.add(user.id()));
        return Answers.ok(ids);
    }

    private static ObjectNode deal(Deal deal) {
        ObjectNode data = Json.object()
                .put("id", deal.id())
                .put("title", deal.title())
                .put("creator_user_id", deal.owner().id())
                .put("owner_id", deal.owner().id())
                .put("value", deal.value())
                .put("person_id", deal.person().id())
                .put("org_id", deal.organization().id())
                .put("stage_id", 1)
                .put("pipeline_id", 1)
                .put("currency", deal.currency())
                .put("archive_time", deal.archived() ? "2026-01-15T09:00:00Z" : null)
                .put("add_time", "2025-09-01T08:00:00Z")
                .put("update_time", "2026-11-02T12:30:00Z")
                .put("stage_change_time", "2026-10-20T12:30:00Z")
                .put("status", status(deal))
                .put("is_archived", deal.archived())
                .put("is_deleted", deal.deleted());
        return details(data, deal);
    }

    private static ObjectNode details(ObjectNode data, Deal deal) {
        for (String empty : List.of("probability", "lost_reason", "close_time", "won_time", "lost_time")) {
            data.putNull(empty);
        }
        data.put("visible_to", deal.visibility().wire)
                .put("expected_close_date", "2027-01-31")
                .put("origin", "ManuallyCreated")
                .putNull("origin_id")
                .putNull("channel");
        data.putArray("label_ids");
        data.putObject("custom_fields");
        return data;
    }

    private static String status(Deal deal) {
        return deal.deleted() ? "deleted" : deal.archived() ? "won" : "open";
    }
}
