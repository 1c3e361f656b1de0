package io.dealdocs.faults;

import java.time.Duration;

/** {@code kill -9} of the application at every named point, with at least ten documents in flight. */
final class Kills {

    static final String NAME = "kill";

    private static final int IN_FLIGHT = 10;
    private static final int LONGEST_OUTAGE_MILLIS = 9000;
    // So that those who leave are on their way when it dies.
    private static final Duration LEAVING = Duration.ofMillis(60);

    private final Stage stage;
    private final Flows flows;

    Kills(Stage stage, Flows flows) {
        this.stage = stage;
        this.flows = flows;
    }

    void at(Point point) {
        stage.fault(NAME, point.name(), () -> kill(point));
    }

    private String kill(Point point) {
        World world = stage.world();
        Runnable flow = flows.prepare(point);
        boolean reached = flows.reach(point, flow);
        if (!reached) {
            world.node().release();
            flows.mend(point, () -> {});
            return "the point was not reached";
        }
        Patience.pause(LEAVING);
        long inFlight = stage.invariants().inFlight(stage.crew().papers());
        world.node().kill();
        // Now and then it is away for longer than a Docs server tries.
        Patience.pause(Duration.ofMillis(outage()));
        world.failOver();
        flows.mend(point, flow);
        return inFlight < IN_FLIGHT ? "only " + inFlight + " documents were in flight" : "";
    }

    private int outage() {
        return stage.random().nextInt(6) == 0
                ? LONGEST_OUTAGE_MILLIS
                : stage.random().nextInt(1500);
    }
}
