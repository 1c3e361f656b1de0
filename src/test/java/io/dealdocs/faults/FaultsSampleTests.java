package io.dealdocs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A sample of {@code ./dealdocs faults}: the application, PostgreSQL and both stand-ins as processes of their own. */
class FaultsSampleTests {

    private static final long SEED = Long.getLong("faults.seed", 7);

    @Test
    void nothingIsLostOrDoubledByASampleOfTheFaults() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/faults")), "sample");
        Totals totals = FaultRun.sample(folder, SEED, System.out);
        assertThat(totals.lost()).as("lost").isZero();
        assertThat(totals.doubled()).as("doubled").isZero();
        assertThat(totals.failed()).as("failed; see the lines above").isZero();
        assertThat(totals.kills()).isGreaterThanOrEqualTo(3);
        assertThat(totals.acknowledged()).isGreaterThan(50);
    }
}
