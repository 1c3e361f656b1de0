package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Tokens, secrets and signed addresses stay where they belong. */
class PipedriveSecrecyTests {

    private static final Secret REFRESH = new Secret("the-refresh-token-nobody-may-see");
    private static final String SIGNATURE = "signature-nobody-may-see";
    private static final String MARK = "nobody-may-see";

    private final StubPipedrive stub = StubPipedrive.start();
    private final StubPipedrive storage = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);

    @AfterEach
    void stop() {
        port.close();
        stub.close();
        storage.close();
    }

    private static String printed(Throwable thrown) {
        StringWriter all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        return all.toString();
    }

    /** Every call of the port. */
    private Stream<ThrowingCallable> calls() {
        PipedriveAccess access = Port.access(stub);
        return Stream.of(
                () -> port.users().me(access),
                () -> port.deals().deal(access, new DealId(7)),
                () -> port.files().list(access, new DealId(7), 0),
                () -> port.files().file(access, new FileId(5)),
                () -> port.files().download(access, new FileId(5), (content, size) -> content.readAllBytes()),
                () -> port.files().upload(access, Port.newFile("a", "b")),
                () -> port.files().rename(access, new FileId(5), "x"),
                () -> port.files().delete(access, new FileId(5)),
                () -> port.oauth().refresh(REFRESH),
                () -> port.oauth().revoke(REFRESH));
    }

    private void answerEverything(StubPipedrive.Reply reply) {
        Stream.of(
                        "GET /api/v1/users/me",
                        "GET /api/v2/deals/7",
                        "GET /api/v1/deals/7/files",
                        "GET /api/v1/files/5",
                        "GET /api/v1/files/5/download",
                        "POST /api/v1/files",
                        "PUT /api/v1/files/5",
                        "DELETE /api/v1/files/5",
                        "POST /oauth/token",
                        "POST /oauth/revoke")
                .forEach(request -> stub.on(request, reply));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 422, 429, 500})
    void noExceptionRepeatsASecretThatPipedriveSaysBack(int status) {
        answerEverything((exchange, body) -> {
            String back = exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(body, StandardCharsets.UTF_8) + " "
                    + (exchange.getRequestURI().getPath().startsWith("/oauth") ? Port.CLIENT_SECRET : "");
            StubPipedrive.json(status, "{\"success\":false,\"error\":\"" + back.replaceAll("[\"\r\n]", " ") + "\"}")
                    .to(exchange, body);
        });

        assertThat(calls().map(call -> catchThrowable(call)))
                .hasSize(10)
                .allSatisfy(thrown -> assertThat(thrown)
                        .isInstanceOf(PipedriveException.class)
                        .satisfies(e -> assertThat(printed(e)).doesNotContain(MARK)));
    }

    @Test
    void noExceptionRepeatsASecretWhenNoAnswerComes() {
        answerEverything(StubPipedrive.hangUp());

        assertThat(calls().map(call -> catchThrowable(call)))
                .hasSize(10)
                .allSatisfy(thrown -> assertThat(printed(thrown))
                        .doesNotContain(MARK)
                        .doesNotContain("127.0.0.1")
                        .doesNotContain("api/v"));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500})
    void noSignedAddressIsPrintedOrLogged(int status) {
        stub.on(
                "GET /api/v1/files/5/download",
                StubPipedrive.redirect(302, storage.url("/bucket/key?X-Amz-Signature=" + SIGNATURE)));
        storage.on("GET /bucket/key", StubPipedrive.answer(status, "text/xml", "<Error>" + SIGNATURE + "</Error>"));

        String logged = loggedBy(
                "org.springframework.web",
                () -> assertThat(catchThrowable(() -> port.files()
                                .download(Port.access(stub), new FileId(5), (content, size) -> content.readAllBytes())))
                        .isInstanceOf(PipedriveException.Unavailable.class)
                        .satisfies(thrown -> assertThat(printed(thrown)).doesNotContain(MARK, "bucket")));

        assertThat(logged).isNotEmpty().doesNotContain(SIGNATURE, "bucket", Port.TOKEN.reveal());
    }

    @Test
    void noSignedAddressIsPrintedWhenTheStorageCannotBeReached() {
        URI gone = storage.url("/bucket/key?X-Amz-Signature=" + SIGNATURE);
        storage.close();
        stub.on("GET /api/v1/files/5/download", StubPipedrive.redirect(302, gone));

        assertThat(catchThrowable(() -> port.files()
                        .download(Port.access(stub), new FileId(5), (content, size) -> content.readAllBytes())))
                .isInstanceOf(PipedriveException.Unavailable.class)
                .satisfies(thrown -> assertThat(printed(thrown)).doesNotContain(MARK, "bucket", "127.0.0.1"));
    }

    private static String loggedBy(String name, Runnable action) {
        Logger logger = (Logger) LoggerFactory.getLogger(name);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Level before = logger.getLevel();
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
        try {
            action.run();
        } finally {
            logger.setLevel(before);
            logger.detachAppender(appender);
        }
        return String.join(
                "\n",
                appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://127.0.0.1:80/x",
                "http://127.0.0.1:80@evil.example",
                "http://localhost:80",
                "https://127.0.0.1:80",
                "mailto:x@y"
            })
    void noTokenGoesToADomainOutsideThePattern(String domain) {
        PipedriveAccess access = new PipedriveAccess(URI.create(domain), Port.TOKEN);

        Stream<ThrowingCallable> calls = Stream.of(
                () -> port.users().me(access),
                () -> port.deals().deal(access, new DealId(7)),
                () -> port.files().list(access, new DealId(7), 0),
                () -> port.files().file(access, new FileId(5)),
                () -> port.files().download(access, new FileId(5), (content, size) -> content.readAllBytes()),
                () -> port.files().upload(access, Port.newFile("a", "b")),
                () -> port.files().rename(access, new FileId(5), "x"),
                () -> port.files().delete(access, new FileId(5)));
        assertThat(calls.map(call -> catchThrowable(call)))
                .hasSize(8)
                .allSatisfy(thrown -> assertThat(thrown)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageNotContaining(MARK));
    }

    @Test
    void noTokenGoesToAnAllowedLookingDomainWithATail() {
        try (StubPipedrive foreign = StubPipedrive.start()) {
            PipedriveAccess access = new PipedriveAccess(foreign.url("/api.pipedrive.com"), Port.TOKEN);

            assertThat(catchThrowable(() -> port.users().me(access))).isInstanceOf(IllegalStateException.class);
            assertThat(foreign.asked()).isEmpty();
        }
    }

    @Test
    void nothingThatIsPrintedHoldsASecret() {
        PipedriveTokens tokens = new PipedriveTokens(
                Port.TOKEN, REFRESH, Port.NOW, Set.of("base"), URI.create("https://acme.pipedrive.com"));
        PipedriveProperties properties = new PipedriveProperties(
                "the-client",
                Port.CLIENT_SECRET,
                "extension-" + MARK,
                "",
                URI.create("https://oauth.pipedrive.com"),
                Pattern.compile("x"),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
        LenientJson json = LenientJson.of(("{\"access_token\":\"" + MARK + "\"}").getBytes(StandardCharsets.UTF_8));

        assertThat(tokens.toString()).doesNotContain(MARK);
        assertThat(tokens.access().toString()).doesNotContain(MARK);
        assertThat(properties.toString()).doesNotContain(MARK);
        assertThat(json.toString()).doesNotContain(MARK);
        assertThat(new TokenPayload(json).toString()).doesNotContain(MARK);
    }
}
