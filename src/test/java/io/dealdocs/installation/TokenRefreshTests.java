package io.dealdocs.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dealdocs.Consent;
import io.dealdocs.WholeApplication;
import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveOAuth;
import io.dealdocs.pipedrive.PipedriveUsers;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a member's token is kept good, against a Pipedrive that lets it run out. */
class TokenRefreshTests extends WholeApplication {

    private static final MemberId GINA = MemberId.of(PipedriveSandbox.GLOBEX, 1000);
    private static final String TOKENS = "POST /oauth/token";

    @Autowired
    private Members members;

    @Autowired
    private PipedriveUsers users;

    @Autowired
    private JdbcMemberTokens tokens;

    @Autowired
    private PipedriveOAuth oauth;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void connect() {
        consent();
        pipedrive().forgetRequests();
    }

    @AfterEach
    void clear() {
        pipedrive().faults().clear();
    }

    @Test
    void aRefusedTokenIsRefreshedOnceAndTheCallRepeatedOnce() {
        pipedrive().expireAccessTokens();
        AtomicInteger calls = new AtomicInteger();

        assertThat(members.ask(GINA, access -> {
                            calls.incrementAndGet();
                            return users.me(access);
                        })
                        .id())
                .isEqualTo(GINA);

        assertThat(calls).hasValue(2);
        assertThat(exchanges()).isEqualTo(1);
        assertThat(members.ask(GINA, users::me).id()).isEqualTo(GINA);
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void aTokenThatEndsWithinAMinuteIsRefreshedBeforehand() {
        endsIn(Duration.ofSeconds(90));
        members.ask(GINA, users::me);
        assertThat(exchanges()).isZero();

        endsIn(Duration.ofSeconds(30));
        members.ask(GINA, users::me);
        assertThat(exchanges()).isEqualTo(1);
        members.ask(GINA, users::me);
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void twentyCallsAtOnceOnTwoNodesRefreshOnce() throws Exception {
        TokenRefresh one = new TokenRefresh(tokens, oauth, transactions, clock);
        TokenRefresh other = new TokenRefresh(tokens, oauth, transactions, clock);
        Secret stale = accessToken();
        pipedrive().faults().delayNext(TOKENS, Duration.ofMillis(400), 20);

        List<Callable<PipedriveAccess>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TokenRefresh node = i % 2 == 0 ? one : other;
            calls.add(() -> node.refreshed(GINA, stale));
        }
        List<PipedriveAccess> answers = new ArrayList<>();
        for (Future<PipedriveAccess> answer : atOnce(calls)) {
            answers.add(answer.get());
        }

        assertThat(exchanges()).isEqualTo(1);
        assertThat(answers)
                .hasSize(20)
                .containsOnly(tokens.find(GINA).orElseThrow().tokens().access());
        assertThat(accessToken()).isNotEqualTo(stale);
    }

    @Test
    void allWhoWaitForASilentPipedriveWaitOnce() throws Exception {
        Secret stale = accessToken();
        TokenRefresh node = new TokenRefresh(tokens, oauth, transactions, clock);
        pipedrive().faults().delayNext(TOKENS, Duration.ofMillis(400), 20);
        pipedrive().faults().failNext(TOKENS, 503, 20);

        List<Callable<PipedriveAccess>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> node.refreshed(GINA, stale));
        }
        for (Future<PipedriveAccess> answer : atOnce(calls)) {
            assertThat(answer)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .withCauseInstanceOf(PipedriveException.Unavailable.class);
        }

        assertThat(pipedrive().requests().stream().filter(it -> it.path().equals("/oauth/token")))
                .hasSize(1);
    }

    @Test
    void storesTheRefreshTokenThatComesBack() {
        pipedrive().faults().set(Switch.ROTATES_REFRESH_TOKENS, true);
        Secret first = refreshToken();
        pipedrive().expireAccessTokens();
        members.ask(GINA, users::me);
        assertThat(refreshToken()).isNotEqualTo(first);

        pipedrive().expireAccessTokens();
        assertThat(members.ask(GINA, users::me).id()).isEqualTo(GINA);
    }

    @Test
    void keepsARotatedTokenWhateverBecomesOfTheCallersOwnWork() {
        pipedrive().faults().set(Switch.ROTATES_REFRESH_TOKENS, true);
        pipedrive().expireAccessTokens();
        new TransactionTemplate(transactions).executeWithoutResult(work -> {
            members.ask(GINA, users::me);
            work.setRollbackOnly();
        });

        pipedrive().expireAccessTokens();
        assertThat(members.ask(GINA, users::me).id()).isEqualTo(GINA);
    }

    @Test
    void aDeadConsentIsMarkedNotTriedAgainAndCanBeGivenAnew() {
        killAtPipedrive();

        assertReconnect();
        assertThat(connection()).isEqualTo(Member.Connection.DEAD);
        assertThat(members.connectedOf(GINA.company())).extracting(Member::id).doesNotContain(GINA);
        int asked = pipedrive().requests().size();
        assertReconnect();
        assertThat(pipedrive().requests()).hasSize(asked);

        consent();
        assertThat(connection()).isEqualTo(Member.Connection.CONNECTED);
        assertThat(members.ask(GINA, users::me).id()).isEqualTo(GINA);
    }

    @Test
    void anOutageAtPipedriveKeepsTheConsent() {
        pipedrive().expireAccessTokens();
        pipedrive().faults().failNext(TOKENS, 503, 1);

        assertThatThrownBy(() -> members.ask(GINA, users::me)).isInstanceOf(PipedriveException.Unavailable.class);
        assertThat(connection()).isEqualTo(Member.Connection.CONNECTED);
        assertThat(members.ask(GINA, users::me).id()).isEqualTo(GINA);
    }

    @Test
    void aRefreshThatLacksAScopeAsksForANewConsent() {
        pipedrive().expireAccessTokens();
        pipedrive().faults().dropScope("activities:full");

        assertReconnect();
        assertThat(connection()).isEqualTo(Member.Connection.DEAD);
    }

    @Test
    void aFreshTokenThatIsRefusedTooIsGivenUp() {
        pipedrive().faults().failNext("GET /users/me", 401, 2);

        assertReconnect();
        assertThat(connection()).isEqualTo(Member.Connection.DEAD);
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void aCallThatFailsLateLeavesAConsentAloneThatWasGivenMeanwhile() {
        assertThat(catchThrowable(() -> members.ask(GINA, access -> {
                    consent();
                    throw new PipedriveException.ReconnectRequired("the old consent lacks a scope");
                })))
                .isInstanceOf(Refusal.class);

        assertThat(connection()).isEqualTo(Member.Connection.CONNECTED);
    }

    @Test
    void whoNeverInstalledIsNotConnected() {
        MemberId eve = MemberId.of(PipedriveSandbox.ACME, 1005);

        assertThat(catchThrowable(() -> members.ask(eve, users::me)))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(Refusal.Reason.NOT_CONNECTED));
    }

    private static <T> List<Future<T>> atOnce(List<Callable<T>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls);
        }
    }

    private static void consent() {
        Consent.give(app(), pipedrive(), GINA.company().value(), GINA.user().value());
    }

    private static void killAtPipedrive() {
        pipedrive().faults().set(Switch.NEW_CONSENT_KILLS_OLD_TOKENS, true);
        pipedrive().install(GINA.company().value(), GINA.user().value());
    }

    private void assertReconnect() {
        assertThat(catchThrowable(() -> members.ask(GINA, users::me)))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(Refusal.Reason.RECONNECT));
    }

    private Member.Connection connection() {
        return members.find(GINA).orElseThrow().connection();
    }

    private Secret accessToken() {
        return tokens.find(GINA).orElseThrow().tokens().accessToken();
    }

    private Secret refreshToken() {
        return tokens.find(GINA).orElseThrow().tokens().refreshToken();
    }

    private void endsIn(Duration rest) {
        jdbc.sql("update member_token set expires_at = now() + make_interval(secs => :rest) where company_id = 54322"
                        + " and user_id = 1000")
                .param("rest", (double) rest.toSeconds())
                .update();
    }

    private static long exchanges() {
        return pipedrive().requests().stream()
                .filter(it -> it.path().equals("/oauth/token")
                        && it.companyId().orElse(0) == GINA.company().value()
                        && it.userId().orElse(0) == GINA.user().value())
                .count();
    }
}
