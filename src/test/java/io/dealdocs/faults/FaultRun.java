package io.dealdocs.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A run of faults in an order that its seed decides. */
final class FaultRun {

    private static final int PEOPLE = 14;
    private static final int FEWER_PEOPLE = 11;
    private static final Duration LONG_SLEEP = Duration.ofMinutes(2);
    private static final Duration SHORT_SLEEP = Duration.ofSeconds(8);
    private static final int STOPS_AT_EACH = 3;
    private static final int FEWER_STOPS = 2;

    private final Stage stage;
    private final Kills kills;
    private final DatabaseFaults database;
    private final PipedriveFaults pipedrive;
    private final DocsFaults docs;
    private final NodeFaults nodes;
    private final Deque<Turn> turns = new ArrayDeque<>();

    private FaultRun(Stage stage) {
        Flows flows = new Flows(stage);
        this.stage = stage;
        this.kills = new Kills(stage, flows);
        this.database = new DatabaseFaults(stage, flows);
        this.pipedrive = new PipedriveFaults(stage, flows);
        this.docs = new DocsFaults(stage, flows);
        this.nodes = new NodeFaults(stage, flows);
    }

    /** A fault that waits for its turn; a small one may happen while a node sleeps. */
    private record Turn(String name, boolean small, Runnable run) {}

    /** Every fault there is. */
    static Totals whole(Path folder, long seed, String only, PrintStream out) {
        Report report = new Report(out);
        report.say("faults --seed " + seed);
        try (Stage stage = new Stage(folder, seed, PEOPLE, report)) {
            FaultRun run = new FaultRun(stage);
            List<Turn> all = new ArrayList<>(run.all());
            all.removeIf(turn -> !turn.name().contains(only));
            Collections.shuffle(all, new Random(seed));
            return run.take(all);
        }
    }

    /** One or two of each kind. */
    static Totals sample(Path folder, long seed, PrintStream out) {
        Report report = new Report(out);
        report.say("a sample of the faults, seed " + seed);
        try (Stage stage = new Stage(folder, seed, FEWER_PEOPLE, report)) {
            FaultRun run = new FaultRun(stage);
            List<Turn> some = new ArrayList<>(run.some(new Random(seed)));
            Collections.shuffle(some, new Random(seed));
            return run.take(some);
        }
    }

    private Totals take(List<Turn> chosen) {
        Report report = stage.report();
        stage.world().node().missing().forEach(point -> report.fault("point", point, "no bean has it", ""));
        report.say("the world stands after " + Report.seconds(report.elapsed()));
        turns.addAll(chosen);
        while (!turns.isEmpty()) {
            turns.removeFirst().run().run();
        }
        // From the first version on, not only what is new.
        stage.invariants().trustNothing();
        stage.check("everything is read once more");
        return Totals.of(report, stage.invariants());
    }

    private void smallOnes(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Turn next = turns.stream().filter(Turn::small).findFirst().orElse(null);
            if (next == null) {
                return;
            }
            turns.remove(next);
            next.run().run();
        }
    }

    private List<Turn> all() {
        List<Turn> all = new ArrayList<>();
        NamedPoints.ALL.forEach(point -> all.add(kill(point.name())));
        DatabaseFaults.SAVE_POINTS.forEach(point ->
                all.addAll(Collections.nCopies(point.startsWith("save.") ? STOPS_AT_EACH : FEWER_STOPS, stop(point))));
        DatabaseFaults.OTHER_POINTS.forEach(point -> all.add(stop(point)));
        DatabaseFaults.TABLES.forEach(table -> all.add(full(table)));
        PipedriveFaults.PLANS.forEach(plans -> all.add(pipedrive(plans)));
        PipedriveFaults.OUTAGES.forEach(
                point -> all.add(new Turn("pipedrive-kill " + point, false, () -> pipedrive.outageAt(named(point)))));
        DocsFaults.PLANS.forEach(plans -> all.add(docs(plans)));
        DocsFaults.DEATHS.forEach(
                point -> all.add(new Turn("docs-kill " + point, false, () -> docs.deathAt(named(point)))));
        NodeFaults.SLEEPS.forEach(point -> all.add(sleep(point, SHORT_SLEEP)));
        all.add(sleep(NodeFaults.SLEEPS.getFirst(), LONG_SLEEP));
        all.add(new Turn("no-temporary-folder", false, nodes::withoutTemporaryFolder));
        return all;
    }

    private List<Turn> some(Random random) {
        return List.of(
                kill(any(NamedPoints.of("save"), random)),
                kill(any(NamedPoints.of("publish"), random)),
                kill("publish.posted"),
                stop(DatabaseFaults.SAVE_POINTS.get(random.nextInt(DatabaseFaults.SAVE_POINTS.size()))),
                full("content_chunk"),
                pipedrive(List.of(new PipedriveFaults.Plan("POST /files", "lost", 0, 4))),
                pipedrive(List.of(new PipedriveFaults.Plan("DELETE /files/{id}", "status", 500, 4))),
                docs(List.of(new DocsFaults.Plan("RESULT_CUT", 0, 0, 1, 4))));
    }

    private static String any(List<Point> points, Random random) {
        return points.get(random.nextInt(points.size())).name();
    }

    private Turn kill(String point) {
        return new Turn("kill " + point, false, () -> kills.at(named(point)));
    }

    private Turn stop(String point) {
        return new Turn("postgres-stop " + point, false, () -> database.stopAt(named(point)));
    }

    private Turn full(String table) {
        return new Turn("database-full " + table, true, () -> database.fullAt(table));
    }

    private Turn pipedrive(List<PipedriveFaults.Plan> plans) {
        String name =
                plans.stream().map(plan -> plan.operation() + " " + plan.name()).collect(Collectors.joining(", "));
        return new Turn("pipedrive " + name, true, () -> pipedrive.go(plans));
    }

    private Turn docs(List<DocsFaults.Plan> plans) {
        String name = plans.stream().map(DocsFaults.Plan::name).collect(Collectors.joining(", "));
        return new Turn("docs " + name, true, () -> docs.go(plans));
    }

    private Turn sleep(String point, Duration length) {
        return new Turn(
                "node-sleeps " + length + " " + point,
                false,
                () -> nodes.sleepAt(named(point), length, length.equals(LONG_SLEEP) ? this::smallOnes : rest -> {}));
    }

    private static Point named(String point) {
        return NamedPoints.named(point);
    }
}
