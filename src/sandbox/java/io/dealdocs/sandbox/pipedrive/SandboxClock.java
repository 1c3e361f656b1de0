package io.dealdocs.sandbox.pipedrive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The sandbox's time, which can be moved forward. */
public final class SandboxClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    private final AtomicReference<Runnable> moved = new AtomicReference<>(() -> {});

    SandboxClock(Clock base) {
        this.base = base;
    }

    /** Moves the time forward, for everything at once. */
    public void plus(Duration step) {
        offset.updateAndGet(now -> now.plus(step));
        moved.get().run();
    }

    void onMove(Runnable listener) {
        moved.set(listener);
    }

    Duration offset() {
        return offset.get();
    }

    void restore(Duration moved) {
        offset.set(moved);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(base, offset.get()).withZone(zone);
    }
}
