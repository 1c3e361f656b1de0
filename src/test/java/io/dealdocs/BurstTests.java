package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.DealId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Many documents at once: the queue is as fast as Pipedrive's burst limit lets it be, and is hardly ever refused. With
 * {@code DEALDOCS_BURST} set the full numbers are run as well.
 */
class BurstTests extends PublishingRoom {

    private static final String FULL = "DEALDOCS_BURST";

    /** Archived, so that nobody lists the many files. */
    private static final DealId DEAL_OF_MANY = new DealId(7);

    private Burst.Figures burst(int documents, int limit) throws InterruptedException {
        Burst.Figures figures = new Burst(this, jdbc, DEAL_OF_MANY).run(documents, limit);
        System.getLogger(BurstTests.class.getName()).log(System.Logger.Level.INFO, figures.toString());
        return figures;
    }

    private static void wellPaced(Burst.Figures figures) {
        assertThat(figures.timesFloor()).isLessThanOrEqualTo(1.2);
        assertThat(figures.refused()).isLessThanOrEqualTo(figures.requests() / 100);
        assertThat(figures.tokens()).isLessThanOrEqualTo(figures.documents() * 20);
    }

    @Test
    @Timeout(60)
    void aSmallPlansLimitIsReachedAndKept() throws InterruptedException {
        wellPaced(burst(30, 80));
    }

    @Test
    @Timeout(60)
    void aLargePlansLimitIsNeverExceeded() throws InterruptedException {
        Burst.Figures figures = burst(60, 480);
        assertThat(figures.refused()).isLessThanOrEqualTo(figures.requests() / 100);
        assertThat(figures.tokens()).isLessThanOrEqualTo(figures.documents() * 20);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Tag("by-hand")
    @EnabledIfEnvironmentVariable(named = FULL, matches = ".+")
    void fiftyDocumentsAtTheSmallestPlansLimit() throws InterruptedException {
        wellPaced(burst(50, 80));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Tag("by-hand")
    @EnabledIfEnvironmentVariable(named = FULL, matches = ".+")
    void aThousandDocumentsAtTheLargestPlansLimit() throws InterruptedException {
        wellPaced(burst(1000, 480));
    }
}
