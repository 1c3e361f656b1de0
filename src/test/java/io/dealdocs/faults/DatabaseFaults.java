package io.dealdocs.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** PostgreSQL dies at once, or is full. */
final class DatabaseFaults {

    static final String STOPPED_IN_SAVE = "postgres-stop-in-save";

    private static final Duration BREATH = Duration.ofMillis(200);
    private static final Duration RETRIES = Duration.ofSeconds(20);
    private static final int REFUSED = 503;

    /** Between the first chunk of a save and its commit, and what publishing writes. */
    static final List<String> SAVE_POINTS = List.of(
            "save.between-chunks",
            "save.content-stored",
            "save.history-stored",
            "save.version-added",
            "save.session-ended",
            "force-save.between-chunks",
            "force-save.content-stored",
            "force-save.version-added");

    static final List<String> OTHER_POINTS = List.of(
            "upload.between-chunks",
            "import.content-stored",
            "publish.attempt-begun",
            "publish.recording",
            "token.exchanged");

    // A transaction dies with its database; who holds no connection may get one again before anybody notices.
    private static final List<String> IN_TRANSACTION = List.of("save.version-added", "save.session-ended");

    /** Every table that a save or a publication writes into. */
    static final List<String> TABLES =
            List.of("content", "content_chunk", "version", "scheduled_tasks", "publication_attempt", "publication");

    private final Stage stage;
    private final Flows flows;

    DatabaseFaults(Stage stage, Flows flows) {
        this.stage = stage;
        this.flows = flows;
    }

    void stopAt(Point point) {
        String name = SAVE_POINTS.contains(point.name()) ? STOPPED_IN_SAVE : "postgres-stop";
        stage.fault(name, point.name(), () -> stop(point));
    }

    private String stop(Point point) {
        World world = stage.world();
        long before = answers(0).size();
        Runnable flow = flows.prepare(point);
        boolean reached = flows.reach(point, flow);
        if (reached) {
            world.database().stopImmediately();
        }
        world.node().release();
        if (!reached) {
            flows.mend(point, () -> {});
            return "the point was not reached";
        }
        Patience.pause(BREATH);
        world.database().startAgain();
        flows.mend(point, flow);
        boolean told = !IN_TRANSACTION.contains(point.name())
                || Patience.until(RETRIES, BREATH, () -> answers(before).contains(REFUSED));
        return told ? "" : "no callback was answered 503";
    }

    private List<Integer> answers(long from) {
        JsonNode answers = stage.world().docs().ask("answers", Map.of("from", from));
        return answers.values().stream().map(JsonNode::asInt).toList();
    }

    /** No space left for a table: SQLSTATE 53100, until somebody makes room. */
    void fullAt(String table) {
        stage.fault("database-full", table, () -> full(table));
    }

    private String full(String table) {
        World world = stage.world();
        long before = answers(0).size();
        stage.crew().openAndType();
        world.database().run("""
            create sequence if not exists refused_for_space;
            create or replace function no_space() returns trigger language plpgsql as $$
            begin
              perform nextval('refused_for_space');
              raise exception 'could not extend file: No space left on device' using errcode = '53100';
            end $$;
            create trigger no_space before insert on %s for each row execute function no_space();
            """.formatted(table));
        stage.crew().closeAll();
        boolean published = table.startsWith("publication");
        boolean told = published
                ? Patience.until(RETRIES, BREATH, this::refusedForSpace)
                : Patience.until(RETRIES, BREATH, () -> answers(before).contains(REFUSED));
        world.database().run("drop trigger no_space on " + table + "; drop sequence refused_for_space;");
        return told ? "" : published ? "nothing was written" : "no callback was answered 503";
    }

    // A sequence is not rolled back.
    private boolean refusedForSpace() {
        return stage.world().database().truth("select is_called from refused_for_space");
    }
}
