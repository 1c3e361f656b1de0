package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every row of the table of answers, for each status that is answered: what the server makes of it. */
class AnswersTableTests {

    private static final String ELSEWHERE = "/elsewhere";

    /** How the other side answers. */
    enum Answer {
        GOOD(200, Integrator.FINE),
        GOOD_AS_TEXT(200, "{\"error\":\"0\"}"),
        GOOD_AFTER_A_REDIRECT(302, Integrator.FINE),
        ERROR_IN_BODY(200, "{\"error\":1}"),
        EMPTY(200, ""),
        NO_JSON(200, "fine"),
        NO_ERROR_FIELD(200, "{}"),
        NO_CONTENT(204, ""),
        CREATED(201, Integrator.FINE),
        BAD_AFTER_A_REDIRECT(302, ""),
        BAD_REQUEST(400, Integrator.FINE),
        FORBIDDEN(403, Integrator.FINE),
        NOT_FOUND(404, ""),
        TOO_LARGE(413, ""),
        UNPROCESSABLE(422, Integrator.FINE),
        TOO_MANY(429, Integrator.FINE),
        BROKEN(500, Integrator.FINE),
        BAD_GATEWAY(502, ""),
        UNAVAILABLE(503, Integrator.FINE),
        NO_CONNECTION(0, ""),
        TIMEOUT(Integrator.HANGS, "");

        private final int status;
        private final String body;

        Answer(int status, String body) {
            this.status = status;
            this.body = body;
        }

        /** Gives this answer to the next callbacks with this status. */
        private void to(int callback) {
            for (int i = 0; i < 4; i++) {
                if (status == 302) {
                    stage.host.put(ELSEWHERE, body.getBytes(StandardCharsets.UTF_8));
                    stage.host.redirectNext(callback, ELSEWHERE);
                } else {
                    stage.host.answerNext(callback, status, body);
                }
            }
        }

        private boolean good() {
            return name().startsWith("GOOD");
        }
    }

    private static final AtomicInteger KEYS = new AtomicInteger();

    private static Stage stage;

    private final String key = "table" + KEYS.incrementAndGet();

    @BeforeAll
    static void start() throws IOException {
        stage = new Stage(DocsSandboxOptions.quick().withCallbackTimeout(Duration.ofMillis(250)));
    }

    @AfterEach
    void reset() {
        stage.host.answerWell();
        stage.docs.reset();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private HeadlessEditor open() throws OpenRefusedException {
        return stage.docs.open(stage.docx(key, "Old").custom("forcesave", true).signed());
    }

    private void edit() throws OpenRefusedException {
        try (HeadlessEditor editor = open()) {
            editor.type("p0", "New");
        }
    }

    private List<CallbackRecord> posts(int status) {
        return stage.docs.callbacks().stream()
                .filter(callback -> callback.key().equals(key) && callback.status() == status)
                .toList();
    }

    /** What is known of the key when its save is over: only then somebody who looks is let in. */
    private SessionState settled() throws OpenRefusedException {
        stage.docs.open(stage.docx(key, "Old").view().signed()).close();
        return stage.docs.session(key).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aBadAnswerToAComingWarnsEveryEditorAndTheyGoOn(Answer answer) throws Exception {
        HeadlessEditor ada = open();
        stage.docs.awaitCallback(key, 1, SOON);
        answer.to(1);
        HeadlessEditor ben =
                stage.docs.open(stage.docx(key, "Old").user("u2", "Ben").signed());
        assertThat(stage.docs.awaitCallback(key, 1, 2, SOON).accepted()).isEqualTo(answer.good());
        if (answer.good()) {
            assertThat(ada.events()).noneMatch(event -> event.startsWith("warning"));
        } else {
            for (HeadlessEditor editor : List.of(ada, ben)) {
                assertThat(editor.awaitEvent("warning", SOON)).contains("Error on save server subscription!");
            }
        }
        ben.type("p0", "Typed all the same");
        assertThat(ada.texts()).containsEntry("p0", "Typed all the same");
        assertThat(posts(1)).as("never repeated").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = "GOOD.*")
    void aGoodAnswerToASaveClosesTheKey(Answer answer) throws Exception {
        answer.to(2);
        edit();
        assertThat(stage.docs.awaitCallback(key, 2, SOON).accepted()).isTrue();
        assertThat(settled().dead()).isTrue();
        assertThat(posts(2)).hasSize(1);
        assertThat(stage.docs.forgotten()).isEmpty();
        assertThatExceptionOfType(OpenRefusedException.class)
                .isThrownBy(this::open)
                .matches(refused -> refused.code() == OpenRefusedException.OUTDATED_KEY);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {
                "ERROR_IN_BODY",
                "EMPTY",
                "NO_JSON",
                "NO_ERROR_FIELD",
                "NO_CONTENT",
                "CREATED",
                "BAD_AFTER_A_REDIRECT",
                "BAD_REQUEST",
                "FORBIDDEN",
                "NOT_FOUND",
                "TOO_LARGE",
                "UNPROCESSABLE"
            })
    void aRefusedSaveIsForgottenAtOnce(Answer answer) throws Exception {
        answer.to(2);
        edit();
        stage.docs.awaitCallback(key, 2, SOON);
        forgottenAndOpenAgain(1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"TOO_MANY", "BROKEN", "BAD_GATEWAY", "UNAVAILABLE", "NO_CONNECTION", "TIMEOUT"})
    void aSaveThatMayGoWellLaterComesFourTimesAndIsForgottenThen(Answer answer) throws Exception {
        answer.to(2);
        edit();
        stage.docs.awaitCallback(key, 2, 4, SOON);
        forgottenAndOpenAgain(4);
        assertThat(posts(2).stream()
                        .map(post -> post.body().path("url").asString(""))
                        .distinct())
                .hasSize(1);
    }

    private void forgottenAndOpenAgain(int posts) throws OpenRefusedException {
        SessionState state = settled();
        assertThat(posts(2)).hasSize(posts).noneMatch(CallbackRecord::accepted);
        assertThat(state.forgotten()).isTrue();
        assertThat(state.dead()).isFalse();
        try (HeadlessEditor again = open()) {
            assertThat(again.texts()).as("from the forgotten file").containsEntry("p0", "New");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForcedSaveIsNeverRepeatedAndTheEditorIsToldHowItWent(Answer answer) throws Exception {
        answer.to(6);
        HeadlessEditor editor = open();
        editor.type("p0", "New");
        editor.save();
        assertThat(editor.awaitEvent("forcesaved", SOON)).contains("\"success\":" + answer.good());
        assertThat(posts(6)).hasSize(1);
        assertThat(stage.docs.session(key).orElseThrow().dead()).isFalse();
        editor.close();
        CallbackRecord last = stage.docs.awaitCallback(key, 2, SOON);
        assertThat(last.body().path("notmodified").asBoolean()).isEqualTo(answer.good());
        assertThat(stage.docs.forgotten()).isEmpty();
    }

    @Test
    void aRedirectedCallbackIsFollowedAsAGetWithoutItsBody() throws Exception {
        Answer.GOOD_AFTER_A_REDIRECT.to(2);
        edit();
        stage.docs.awaitCallback(key, 2, SOON);
        assertThat(stage.host.await("GET", ELSEWHERE).body()).isEmpty();
    }

    @Test
    void pausesDoubleBetweenRepetitions() throws Exception {
        try (Stage slow = new Stage(DocsSandboxOptions.quick().withRetryPause(Duration.ofMillis(150)))) {
            fail(slow);
            List<Instant> times = slow.docs.callbacks().stream()
                    .filter(post -> post.status() == 2)
                    .map(CallbackRecord::at)
                    .toList();
            for (int i = 0; i < 3; i++) {
                assertThat(Duration.between(times.get(i), times.get(i + 1)).toMillis())
                        .isGreaterThanOrEqualTo(150L << i)
                        .isLessThan((150L << i) + 140);
            }
        }
    }

    @Test
    void everyRepetitionCarriesTokensOfItsOwnTime() throws Exception {
        try (Stage fresh = new Stage(DocsSandboxOptions.quick().withClock(new HastyClock()))) {
            fail(fresh);
            List<JsonNode> tokens = fresh.docs.callbacks().stream()
                    .filter(post -> post.status() == 2)
                    .map(post -> post.body().path("token"))
                    .toList();
            assertThat(tokens).hasSize(4).doesNotHaveDuplicates();
            for (JsonNode token : tokens) {
                ObjectNode claims = Jwt.verify(token.asString(), fresh.docs.secret(), Instant.now());
                assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                        .isEqualTo(300);
            }
        }
    }

    private void fail(Stage there) throws OpenRefusedException {
        for (int i = 0; i < 4; i++) {
            there.host.answerNext(2, 503, "");
        }
        try (HeadlessEditor editor = there.docs.open(there.docx(key, "Old").signed())) {
            editor.type("p0", "New");
        }
        there.docs.awaitCallback(key, 2, 4, SOON);
    }

    /** A second passes whenever somebody looks. */
    private static final class HastyClock extends Clock {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plusSeconds(looks.incrementAndGet());
        }
    }
}
