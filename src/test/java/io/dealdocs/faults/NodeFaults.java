package io.dealdocs.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A node sleeps and wakes after another took over, or loses the folder for temporary files. */
final class NodeFaults {

    private static final Duration AWAKE = Duration.ofSeconds(3);
    private static final Duration SETTLING = Duration.ofSeconds(60);

    /** Where a node falls asleep. */
    static final List<String> SLEEPS = List.of("publish.attempt-begun", "publish.posted", "publish.not-deleted");

    /** What is done without a folder for temporary files. */
    static final List<String> WITHOUT_FOLDER = List.of(
            "save.committed", "force-save.committed", "create.committed", "upload.committed", "import.committed");

    private final Stage stage;
    private final Flows flows;

    NodeFaults(Stage stage, Flows flows) {
        this.stage = stage;
        this.flows = flows;
    }

    /**
     * A node stops in the middle of a publication, another takes over, and the first wakes up.
     *
     * @param meanwhile what happens until it has slept long enough
     */
    void sleepAt(Point point, Duration length, Consumer<Duration> meanwhile) {
        stage.fault("node-sleeps-" + length.toSeconds() + "s", point.name(), () -> sleep(point, length, meanwhile));
    }

    private String sleep(Point point, Duration length, Consumer<Duration> meanwhile) {
        World world = stage.world();
        Node sleeper = world.node();
        Runnable flow = flows.prepare(point);
        boolean reached = flows.reach(point, flow);
        long began = System.nanoTime();
        sleeper.pause();
        try {
            world.failOver();
            flows.mend(point, flow);
            meanwhile.accept(length.minusNanos(System.nanoTime() - began));
            Duration rest = length.minusNanos(System.nanoTime() - began);
            Patience.pause(rest.isNegative() ? Duration.ZERO : rest);
        } finally {
            sleeper.wake();
        }
        sleeper.release();
        Patience.pause(AWAKE);
        // While both are there; what it did in its sleep's wake must be mended without its death.
        List<String> problems = stage.invariants().settle(stage.crew().papers(), SETTLING);
        sleeper.kill();
        return reached ? String.join("; ", problems) : "the point was not reached";
    }

    /** Everything works on a node whose folder for temporary files is not there any more. */
    void withoutTemporaryFolder() {
        World world = stage.world();
        Path folder = world.folder().resolve("no-temporary-files");
        Node old = world.node();
        world.takeOver(world.warm(folder));
        old.kill();
        removed(folder);
        for (String name : WITHOUT_FOLDER) {
            Point point = NamedPoints.named(name);
            stage.fault("no-temporary-folder", point.flow(), () -> work(point));
        }
        world.node().kill();
        world.failOver();
    }

    private String work(Point point) {
        Runnable flow = flows.prepare(point);
        flow.run();
        stage.crew().closeAll();
        return "";
    }

    // A file in its place: not even root can make a folder there.
    private static void removed(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            Files.writeString(folder, "not a folder");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
