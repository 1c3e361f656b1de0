package io.dealdocs.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What every kind of fault needs: the world, the people in it, what must hold, and the report. */
final class Stage implements AutoCloseable {

    private static final int MOST_TOLD = 4;
    private static final Duration SETTLING = Duration.ofSeconds(150);

    private final World world;
    private final Random random;
    private final Crew crew;
    private final Invariants invariants;
    private final Report report;

    Stage(Path folder, long seed, int people, Report report) {
        this.world = new World(folder);
        this.random = new Random(seed);
        this.crew = new Crew(world, random);
        this.invariants = new Invariants(world);
        this.report = report;
        world.connect(World.ADA);
        world.connect(World.BEN);
        crew.gather(people);
    }

    World world() {
        return world;
    }

    Random random() {
        return random;
    }

    Crew crew() {
        return crew;
    }

    Invariants invariants() {
        return invariants;
    }

    Report report() {
        return report;
    }

    /** Something that goes wrong, with what is worth knowing of it. */
    @FunctionalInterface
    interface Trouble {
        /** Answers why it counts as failed, or nothing. */
        String run();
    }

    /** A kind of fault, so many times. */
    record Kind(String name, String point, int times) {}

    /** One fault: it is made to happen, then everything must hold again. */
    void fault(String name, String point, Trouble trouble) {
        faults(List.of(new Kind(name, point, 1)), trouble);
    }

    /** Several faults at once. */
    void faults(List<Kind> kinds, Trouble trouble) {
        long began = System.nanoTime();
        String problem = attempt(trouble);
        Duration happened = Duration.ofNanos(System.nanoTime() - began);
        problem = (problem + " " + unsettled()).strip();
        String detail = Report.seconds(happened) + ", settled after "
                + Report.seconds(Duration.ofNanos(System.nanoTime() - began).minus(happened));
        for (Kind kind : kinds) {
            for (int i = 0; i < kind.times(); i++) {
                report.fault(kind.name(), kind.point(), problem, detail);
            }
        }
    }

    /** Without a fault: everything must hold. */
    void check(String what) {
        report.check(what, unsettled());
    }

    private String unsettled() {
        List<String> problems = invariants.settle(crew.papers(), SETTLING);
        invariants.count(problems);
        return problems.stream().limit(MOST_TOLD).collect(Collectors.joining("; "));
    }

    private String attempt(Trouble trouble) {
        try {
            return trouble.run();
        } catch (RuntimeException broken) {
            recover();
            return "the fault could not be made: " + broken;
        }
    }

    // Whatever went wrong, the next fault begins in a whole world.
    private void recover() {
        try {
            world.pipedrive().ask("clear", Map.of());
            world.docs().ask("clear", Map.of());
            if (!world.node().alive()) {
                world.failOver();
            }
            world.node().release();
            crew.closeAll();
        } catch (RuntimeException hopeless) {
            report.say("recovering failed: " + hopeless);
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
