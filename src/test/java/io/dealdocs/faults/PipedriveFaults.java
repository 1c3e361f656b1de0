package io.dealdocs.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Pipedrive answers wrongly, late, twice, or not at all. */
final class PipedriveFaults {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration OUTAGE = Duration.ofSeconds(2);
    private static final String POST = "POST /files";
    private static final String GET = "GET /files/{id}";
    private static final String DELETE = "DELETE /files/{id}";
    private static final String LIST = "GET /deals/{id}/files";
    private static final String TOKEN = "POST /oauth/token";

    /**
     * Requests that go wrong.
     *
     * @param kind what happens to them
     * @param value status or milliseconds, where the kind wants one
     * @param times how many
     */
    record Plan(String operation, String kind, int value, int times) {

        String name() {
            return kind + (value > 0 ? "-" + value : "");
        }
    }

    /** What happens at once, to different requests. More than a call may take is slow, past the lease of a task too. */
    static final List<List<Plan>> PLANS = List.of(
            List.of(
                    new Plan(POST, "status", 500, 8),
                    new Plan(DELETE, "status", 429, 6),
                    new Plan(TOKEN, "status", 500, 3)),
            List.of(new Plan(POST, "status", 503, 6), new Plan(GET, "status", 500, 6), new Plan(DELETE, "lost", 0, 8)),
            List.of(new Plan(POST, "status", 429, 6), new Plan(GET, "slow", 5000, 4)),
            List.of(new Plan(POST, "page", 0, 6), new Plan(DELETE, "status", 500, 8)),
            // A deal is looked through only after an answer was lost.
            List.of(new Plan(POST, "lost", 0, 10), new Plan(LIST, "status", 500, 3), new Plan(TOKEN, "lost", 0, 2)),
            List.of(new Plan(POST, "slow", 1500, 8), new Plan(GET, "status", 429, 6)),
            List.of(new Plan(POST, "slow", 5500, 4), new Plan(DELETE, "slow", 5000, 4)));

    /** Where Pipedrive dies. */
    static final List<String> OUTAGES =
            List.of("publish.attempt-begun", "publish.posted", "publish.not-deleted", "save.content-stored");

    private final Stage stage;
    private final Flows flows;

    PipedriveFaults(Stage stage, Flows flows) {
        this.stage = stage;
        this.flows = flows;
    }

    void go(List<Plan> plans) {
        stage.faults(plans.stream().map(PipedriveFaults::kind).toList(), () -> run(plans));
    }

    private static Stage.Kind kind(Plan plan) {
        return new Stage.Kind("pipedrive-" + plan.name(), plan.operation().replace(' ', '-'), plan.times());
    }

    private String run(List<Plan> plans) {
        World world = stage.world();
        stage.crew().openAndType();
        plans.forEach(this::plan);
        if (plans.stream().anyMatch(plan -> plan.operation().equals(TOKEN))) {
            world.pipedrive().ask("expire-tokens", Map.of());
        }
        stage.crew().closeAll();
        boolean all = Patience.until(PATIENCE, POLL, () -> pending() == 0);
        int left = pending();
        world.pipedrive().ask("clear", Map.of());
        return all ? "" : left + " of the planned requests did not come";
    }

    private void plan(Plan plan) {
        stage.world()
                .pipedrive()
                .ask(
                        "fault",
                        Map.of(
                                "kind", plan.kind(),
                                "operation", plan.operation(),
                                "value", plan.value(),
                                "times", plan.times()));
    }

    private int pending() {
        return stage.world().pipedrive().ask("pending", Map.of()).asInt();
    }

    /** Pipedrive dies, with what it has taken on its disk, and comes back. */
    void outageAt(Point point) {
        stage.fault("pipedrive-kill", point.name(), () -> outage(point));
    }

    private String outage(Point point) {
        World world = stage.world();
        Runnable flow = flows.prepare(point);
        boolean reached = flows.reach(point, flow);
        world.killPipedrive();
        world.node().release();
        Patience.pause(OUTAGE);
        world.restartPipedrive();
        flows.mend(point, flow);
        return reached ? "" : "the point was not reached";
    }
}
