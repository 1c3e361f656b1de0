package io.dealdocs.sandbox.pipedrive;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what companies and tokens spend (pipedrive contract, section 4.3). */
final class Rates {
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final World world;
    private final Map<Long, Long> spent = new HashMap<>();
    private final Map<String, Deque<Instant>> recent = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;

    Rates(World world) {
        this.world = world;
    }

    /** What a request leaves over. */
    record Left(boolean allowed, Map<String, String> headers) {}

    synchronized Left spend(Member member, String token, int cost) {
        Instant now = world.clock().instant();
        SandboxLimits limits = world.faults().limits();
        newDay(now);
        Deque<Instant> window = recent.computeIfAbsent(token, _ -> new ArrayDeque<>());
        while (!window.isEmpty() && !window.getFirst().isAfter(now.minus(WINDOW))) {
            window.removeFirst();
        }
        long used = spent.getOrDefault(member.companyId(), 0L);
        boolean allowed = window.size() < limits.burst() && used + cost <= limits.dailyBudget();
        if (allowed) {
            window.addLast(now);
            used += cost;
            spent.put(member.companyId(), used);
        }
        return new Left(allowed, headers(limits, window, used));
    }

    synchronized long spent(Company company) {
        newDay(world.clock().instant());
        return spent.getOrDefault(company.id(), 0L);
    }

    synchronized void clear() {
        spent.clear();
        recent.clear();
    }

    private void newDay(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (!today.equals(day)) {
            day = today;
            clear();
        }
    }

    private static Map<String, String> headers(SandboxLimits limits, Deque<Instant> window, long used) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ratelimit-limit", Integer.toString(limits.burst()));
        headers.put("x-ratelimit-remaining", Integer.toString(Math.max(0, limits.burst() - window.size())));
        headers.put("x-ratelimit-reset", Long.toString(WINDOW.toSeconds()));
        headers.put("x-daily-ratelimit-token-limit", Long.toString(limits.dailyBudget()));
        headers.put("x-daily-ratelimit-token-remaining", Long.toString(Math.max(0, limits.dailyBudget() - used)));
        return headers;
    }
}
