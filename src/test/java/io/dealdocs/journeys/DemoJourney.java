package io.dealdocs.journeys;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/** A journey through the demo; all of them share one demo and one browser, and start them when the first one begins. */
abstract class DemoJourney {

    private static final double PATIENCE_MILLIS = 20_000;
    private static @Nullable World world;

    /** What the journeys share. */
    private static final class World {

        private final Path data;
        private final Chromium chromium = new Chromium();
        private Demo demo;

        World() throws IOException {
            Files.createDirectories(Path.of("target", "screenshots"));
            this.data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "demos")), "journey");
            this.demo = Demo.start(data, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> demo.close()));
        }
    }

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        world();
    }

    private static synchronized World world() {
        try {
            World known = world == null ? new World() : world;
            world = known;
            return known;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Somebody with a browser profile of their own. */
    static Person person(String pipedrive, long user) {
        return new Person(world().chromium.profile(), pipedrive, user);
    }

    /** The power fails, and comes back. */
    static void powerFailure() {
        World it = world();
        it.demo.kill();
        it.demo = Demo.start(it.data, Map.of());
    }
}
