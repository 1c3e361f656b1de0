package io.dealdocs.bench;

import io.dealdocs.Surroundings;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What panels, editors and the queue cost of a company's daily budget, as the stand-in for Pipedrive counts it. */
final class QuotaBench implements Bench {

    private static final Duration IDLE = Duration.ofSeconds(20);

    @Override
    public void run(Report report) {
        try (Surroundings world = new Surroundings();
                Desk desk = Desk.alone(world.settings())) {
            Quota quota = new Quota(world.app(), world.pipedrive(), world.docs(), desk.bean(JdbcClient.class));
            quota.panel(report, IDLE);
            quota.largePanel(report);
            quota.editor(report);
            quota.publish(report);
            quota.publishWithNameRepair(report);
            quota.publishAfterLostAnswer(report);
            quota.publishAfterLostRequest(report);
            quota.panelWhileSomebodyWrites(report);
        }
    }
}
