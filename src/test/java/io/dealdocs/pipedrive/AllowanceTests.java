package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast requests of one token go, against a rolling window in made-up time. */
class AllowanceTests {

    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int THREADS = 40;

    private final Random random = new Random(7);
    private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

    /** Pipedrive's side. */
    private static final class Window {
        final int limit;
        final Deque<Long> counted = new ArrayDeque<>();
        int refused;

        Window(int limit) {
            this.limit = limit;
        }

        /** What remains, or -1 for a refusal. */
        int ask(long now) {
            while (!counted.isEmpty() && now - counted.getFirst() >= Allowance.WINDOW) {
                counted.removeFirst();
            }
            if (counted.size() >= limit) {
                refused++;
                return -1;
            }
            counted.addLast(now);
            return limit - counted.size();
        }
    }

    /** How long requests take: one way at most, and at Pipedrive. */
    private record Speed(int way, int work) {}

    /** A process that has so many requests to send. */
    private final class Node {
        final Allowance allowance = new Allowance();
        final List<Running> running = new ArrayList<>();
        int left;
        int done;

        Node(int requests) {
            left = requests;
        }

        void step(Window window, Speed speed) {
            for (Running request : List.copyOf(running)) {
                request.step(window);
                if (request.answerAt - now <= 0) {
                    running.remove(request);
                    answer(request, window);
                }
            }
            while (left > 0 && running.size() < THREADS && allowance.pause(false, now) == 0) {
                left--;
                running.add(new Running(allowance.send(now), speed));
            }
        }

        private void answer(Running request, Window window) {
            allowance.answered(request.sent, window.limit, Math.max(0, request.remaining), now);
            if (request.remaining < 0) {
                allowance.rest(Duration.ofSeconds(2), now);
                left++;
            } else {
                done++;
            }
        }

        /** On its way there, or back. */
        private final class Running {
            final Allowance.Sent sent;
            final long arrivesAt;
            final long answerAt;
            int remaining = Integer.MIN_VALUE;

            Running(Allowance.Sent sent, Speed speed) {
                this.sent = sent;
                arrivesAt = now + (1 + random.nextInt(speed.way())) * MS;
                answerAt = arrivesAt + (speed.work() + 1 + random.nextInt(speed.way())) * MS;
            }

            void step(Window window) {
                if (remaining == Integer.MIN_VALUE && arrivesAt - now <= 0) {
                    remaining = window.ask(now);
                }
            }
        }
    }

    private Duration drain(Window window, Speed speed, List<Node> nodes, int requests) {
        long start = now;
        while (nodes.stream().mapToInt(node -> node.done).sum() < requests) {
            nodes.forEach(node -> node.step(window, speed));
            now += MS;
        }
        return Duration.ofNanos(now - start);
    }

    @ParameterizedTest
    @CsvSource({"80, 400, 10, 5, 112", "480, 4000, 10, 5, 112", "480, 4000, 60, 20, 112", "80, 400, 50, 400, 120"})
    void aQueueDrainsAsFastAsTheLimitLetsItAndIsNeverRefused(int limit, int requests, int way, int work, int percent) {
        Window window = new Window(limit);

        Duration took = drain(window, new Speed(way, work), List.of(new Node(requests)), requests);

        assertThat(window.refused).isZero();
        assertThat(took).isLessThan(floor(limit, requests).multipliedBy(percent).dividedBy(100));
    }

    private static Duration floor(int limit, int requests) {
        return Duration.ofMillis(2000L * requests / limit);
    }

    @ParameterizedTest
    @CsvSource({"80, 400, 10, 5, 120", "480, 4000, 10, 5, 120", "80, 800, 50, 200, 130"})
    void nodesThatShareATokenAreSeldomRefused(int limit, int requests, int way, int work, int percent) {
        Window window = new Window(limit);
        List<Node> nodes = List.of(new Node(requests / 2), new Node(requests / 2));

        Duration took = drain(window, new Speed(way, work), nodes, requests);

        assertThat(window.refused).isLessThanOrEqualTo(requests / 100);
        assertThat(took).isLessThan(floor(limit, requests).multipliedBy(percent).dividedBy(100));
    }

    @Test
    void peopleStillFindRoomWhenTheQueueFindsNone() {
        Allowance allowance = new Allowance();
        allowance.answered(allowance.send(now), 80, 79, now);
        for (int left = 78; allowance.pause(false, now) == 0; left--) {
            allowance.answered(allowance.send(now), 80, left, now);
        }

        for (int request = 0; request < 4; request++) {
            assertThat(allowance.pause(true, now)).isZero();
            allowance.send(now);
        }
        assertThat(allowance.pause(true, now)).isPositive();
    }

    @Test
    void whatOthersUseOfTheTokenIsNotSentAgain() {
        Allowance allowance = new Allowance();
        allowance.answered(allowance.send(now), 80, 10, now);

        assertThat(room(allowance)).isLessThanOrEqualTo(10);
        now += Allowance.WINDOW + 300 * MS;
        assertThat(allowance.pause(true, now)).isZero();
    }

    private int room(Allowance allowance) {
        int room = 0;
        while (allowance.pause(true, now) == 0) {
            allowance.send(now);
            room++;
        }
        return room;
    }

    @Test
    void aRefusalStopsEverybodyUntilItsTimeIsOver() {
        Allowance allowance = new Allowance();
        allowance.rest(Duration.ofSeconds(7), now);
        allowance.rest(Duration.ofSeconds(2), now);

        assertThat(allowance.pause(true, now)).isEqualTo(Duration.ofSeconds(7).toNanos());
        assertThat(allowance.pause(false, now)).isEqualTo(Duration.ofSeconds(7).toNanos());
        now += Duration.ofSeconds(7).toNanos();
        assertThat(allowance.pause(false, now)).isZero();
    }

    @Test
    void anUploadThatTakesLongHoldsNobodyUp() {
        Allowance allowance = new Allowance();
        allowance.answered(allowance.send(now), 80, 79, now);
        for (int upload = 0; upload < 70; upload++) {
            allowance.send(now);
        }
        now += Allowance.WINDOW + 300 * MS;

        assertThat(allowance.pause(false, now)).isZero();
    }
}
