package io.dealdocs.faults;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The Docs server hands over badly, repeats itself, hears nothing, or dies. */
final class DocsFaults {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BREATH = Duration.ofMillis(300);
    private static final int LAST_SAVE = 2;
    private static final int FORCE_SAVE = 6;

    /**
     * Something that goes wrong for each of some documents.
     *
     * @param status only in callbacks with this status; 0 for all
     * @param millis how late or slow
     * @param times for each document
     */
    record Plan(String name, int status, int millis, int times, int papers) {}

    /** What happens at once, to different documents; each list takes all that there are. */
    static final List<List<Plan>> PLANS = List.of(
            List.of(
                    new Plan("RESULT_CUT", 0, 0, 1, 5),
                    new Plan("RESULT_GONE", 0, 0, 1, 5),
                    new Plan("RESULT_EMPTY", 0, 0, 1, 4)),
            List.of(
                    new Plan("RESULT_HALF", 0, 0, 1, 5),
                    new Plan("RESULT_HTML", 0, 0, 1, 5),
                    new Plan("RESULT_SLOW", 0, 5, 1, 4)),
            List.of(
                    new Plan("CALLBACK_LOST", LAST_SAVE, 0, 2, 5),
                    new Plan("CALLBACK_ANSWER_LOST", LAST_SAVE, 0, 1, 5),
                    new Plan("CALLBACK_LATE", LAST_SAVE, 900, 1, 4)),
            List.of(new Plan("STATUS_2_REPEATED", 0, 0, 1, 10), new Plan("STATUS_3_WITH_FILE", 0, 0, 1, 4)),
            List.of(new Plan("STATUS_7_INSTEAD_OF_6", 0, 0, 1, 7), new Plan("CALLBACK_LOST", FORCE_SAVE, 0, 1, 7)));

    /** Where the Docs server dies. */
    static final List<String> DEATHS =
            List.of("save.not-fetched", "save.between-chunks", "save.content-stored", "force-save.content-stored");

    private final Stage stage;
    private final Flows flows;

    DocsFaults(Stage stage, Flows flows) {
        this.stage = stage;
        this.flows = flows;
    }

    void go(List<Plan> plans) {
        stage.faults(plans.stream().map(DocsFaults::kind).toList(), () -> run(plans));
    }

    private static Stage.Kind kind(Plan plan) {
        String point = plan.status() == 0 ? "result" : "status-" + plan.status();
        String name = "docs-" + plan.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Stage.Kind(name, point, plan.papers() * plan.times());
    }

    private String run(List<Plan> plans) {
        Remote docs = stage.world().docs();
        stage.crew().openAndType();
        Iterator<Paper> papers = stage.crew().papers().iterator();
        plans.forEach(plan -> {
            for (int i = 0; i < plan.papers(); i++) {
                add(plan, papers.next());
            }
        });
        if (plans.stream().anyMatch(DocsFaults::atForceSave)) {
            stage.crew().forceSaveAll();
        } else {
            stage.crew().closeAll();
        }
        boolean all = Patience.until(PATIENCE, POLL, () -> pending() == 0);
        int left = pending();
        docs.ask("clear", Map.of());
        stage.crew().closeAll();
        return all ? "" : left + " faults did not happen";
    }

    private static boolean atForceSave(Plan plan) {
        return plan.status() == FORCE_SAVE || plan.name().startsWith("STATUS_7");
    }

    private void add(Plan plan, Paper paper) {
        stage.world()
                .docs()
                .ask(
                        "fault",
                        Map.of(
                                "name", plan.name(),
                                "key", paper.key(),
                                "status", plan.status(),
                                "times", plan.times(),
                                "millis", plan.millis()));
    }

    private int pending() {
        return stage.world().docs().ask("pending", Map.of()).asInt();
    }

    /** The Docs server dies in a save, and what it had not handed over with it. */
    void deathAt(Point point) {
        stage.fault("docs-kill", point.name(), () -> death(point));
    }

    private String death(Point point) {
        World world = stage.world();
        Runnable flow = flows.prepare(point);
        boolean reached = flows.reach(point, flow);
        world.killDocs();
        world.node().release();
        Patience.pause(BREATH);
        world.restartDocs();
        stage.crew().docsDied(stage.invariants().book());
        return reached ? "" : "the point was not reached";
    }
}
