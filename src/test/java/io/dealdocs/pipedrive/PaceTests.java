package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** Whose request goes when, and what is not even sent. */
class PaceTests {

    private static final PipedriveAccess PERSON =
            new PipedriveAccess(URI.create("https://acme.pipedrive.com"), Port.TOKEN);
    private static final PipedriveAccess QUEUE = PERSON.inQueue();
    private static final PipedriveAccess OTHER_COMPANY =
            new PipedriveAccess(URI.create("https://globex.pipedrive.com"), new Secret("another")).inQueue();

    private final List<URI> restored = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Pace pace = new Pace(System::nanoTime, restored::add);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Answer ask(PipedriveAccess access, String... headers) {
        return pace.run(
                access,
                () -> {
                    sent.incrementAndGet();
                    return answer(headers);
                },
                answer -> answer);
    }

    private static Answer answer(String... headers) {
        HttpHeaders told = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            told.set(headers[i], headers[i + 1]);
        }
        return new Answer(200, told, new byte[0]);
    }

    private void usedUp() {
        pace.refused(QUEUE, new PipedriveException.RateLimited("over", Duration.ofHours(3), true));
    }

    @Test
    void theQueueAsksNothingWhileTheDayIsUsedUp() {
        usedUp();

        assertThatExceptionOfType(PipedriveException.RateLimited.class)
                .isThrownBy(() -> ask(QUEUE))
                .satisfies(refusal -> {
                    assertThat(refusal.daily()).isTrue();
                    assertThat(refusal.resetAfter()).isBetween(Duration.ofMinutes(179), Duration.ofHours(3));
                });
        assertThat(sent).hasValue(0);
        ask(OTHER_COMPANY);
        assertThat(sent).hasValue(1);
    }

    @Test
    void anAnswerToAPersonWithTokensLeftRestoresTheBudget() {
        usedUp();
        ask(PERSON, "x-daily-ratelimit-token-remaining", "3");
        assertThat(restored).isEmpty();

        ask(PERSON, "x-daily-ratelimit-token-remaining", "30000");

        assertThat(restored).containsExactly(PERSON.apiDomain());
        ask(QUEUE);
        ask(PERSON, "x-daily-ratelimit-token-remaining", "30000");
        assertThat(restored).hasSize(1);
    }

    @Test
    void aPauseThatIsTooLongToWaitForIsToldWithoutARequest() {
        pace.refused(QUEUE, new PipedriveException.RateLimited("over", Duration.ofMinutes(1), false));

        for (PipedriveAccess access : List.of(PERSON, QUEUE)) {
            assertThatExceptionOfType(PipedriveException.RateLimited.class)
                    .isThrownBy(() -> ask(access))
                    .satisfies(refusal -> {
                        assertThat(refusal.daily()).isFalse();
                        assertThat(refusal.resetAfter()).isGreaterThan(Duration.ofSeconds(50));
                    });
        }
        assertThat(sent).hasValue(0);
        ask(OTHER_COMPANY);
    }

    @Test
    void aPersonGoesBeforeTheQueue() {
        ask(QUEUE, "x-ratelimit-limit", "20", "x-ratelimit-remaining", "19");
        List<String> order = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 40; i++) {
            threads.execute(() -> note(QUEUE, "queue", order));
        }
        await().until(() -> sent.get() >= 16);
        for (int i = 0; i < 4; i++) {
            note(PERSON, "person", order);
        }
        List<String> seen = List.copyOf(order);
        assertThat(seen.stream().filter("person"::equals)).hasSize(4);
        assertThat(seen.stream().filter("queue"::equals)).hasSize(15);
        await().atMost(Duration.ofSeconds(20)).until(() -> sent.get() == 45);
    }

    private void note(PipedriveAccess access, String who, List<String> order) {
        ask(access);
        order.add(who);
    }

    @Test
    void aRequestThatFailsGivesItsPlaceBack() {
        for (int i = 0; i < 30; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> pace.run(QUEUE, PaceTests::broken, answer -> answer));
        }
        ask(QUEUE);
    }

    private static Answer broken() {
        throw new IllegalStateException("broken");
    }

    @Test
    void everyCallOfThePortIsPaced() {
        try (StubPipedrive stub = StubPipedrive.start();
                RestPipedrive port = Port.to(stub)) {
            String over = "{\"success\":false,\"error\":\"request over limit\"}";
            stub.on("DELETE /api/v1/files/1", StubPipedrive.json(429, over, "Retry-After", "60"));
            PipedriveAccess access = Port.access(stub);
            assertThatExceptionOfType(PipedriveException.RateLimited.class)
                    .isThrownBy(() -> port.files().delete(access, new FileId(1)));

            for (Runnable call : List.<Runnable>of(
                    () -> port.users().me(access),
                    () -> port.files().rename(access, new FileId(1), "a.txt"),
                    () -> port.files().delete(access, new FileId(1)),
                    () -> port.files().upload(access, Port.newFile("a.txt", "text")),
                    () -> download(port, access))) {
                assertThatExceptionOfType(PipedriveException.RateLimited.class).isThrownBy(call::run);
            }
            assertThat(stub.asked()).hasSize(1);
        }
    }

    private static void download(RestPipedrive port, PipedriveAccess access) {
        try {
            port.files().download(access, new FileId(1), (bytes, size) -> size);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void tellsWhetherUploadsGoToGoogle() {
        try (StubPipedrive stub = StubPipedrive.start();
                RestPipedrive port = Port.to(stub)) {
            for (String destination : List.of("s3", "googledrive", "googledocs")) {
                stub.onJson(
                        "GET /api/v1/userSettings",
                        200,
                        Port.data("{\"file_upload_destination\":\"" + destination + "\"}"));
                assertThat(port.files().uploadsGoToGoogle(Port.access(stub))).isEqualTo(!destination.equals("s3"));
            }
        }
    }
}
