package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.installation.Uninstalled;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.MemberId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pipedrive's call that a member has uninstalled the app. */
class UninstallTests extends WholeApplication {

    private static final MemberId GUS = MemberId.of(PipedriveSandbox.GLOBEX, 1001);
    private static final MemberId GINA = MemberId.of(PipedriveSandbox.GLOBEX, 1000);
    private static final String ADDRESS = "/login/oauth2/code/pipedrive";
    private static final String GOOD = basic("sandbox-client-id:sandbox-client-secret");
    private static final String BODY = """
            {"client_id":"sandbox-client-id","company_id":54322,"user_id":1000,"timestamp":"2026-11-24 02:41:36"}""";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Members members;

    @Autowired
    private ConfigurableApplicationContext context;

    private final List<Uninstalled> heard = Collections.synchronizedList(new ArrayList<>());
    private final ApplicationListener<ApplicationEvent> ears = this::hear;

    @BeforeEach
    void connect() {
        consent(GUS);
        consent(GINA);
        context.addApplicationListener(ears);
    }

    @AfterEach
    void clear() {
        context.removeApplicationListener(ears);
        pipedrive().faults().clear();
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> news && news.getPayload() instanceof Uninstalled uninstalled) {
            heard.add(uninstalled);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void forgetsTheTokensOfThatMemberOnly(boolean idsAreStrings) {
        pipedrive().faults().set(Switch.UNINSTALL_IDS_ARE_STRINGS, idsAreStrings);

        assertThat(pipedrive().uninstall(PipedriveSandbox.GLOBEX, 1000)).isEqualTo(200);

        assertThat(connection(GINA)).isEqualTo(Member.Connection.NONE);
        assertThat(connection(GUS)).isEqualTo(Member.Connection.CONNECTED);
        assertThat(abandoned()).isFalse();
        assertThat(heard).containsExactly(new Uninstalled(GINA, false));
    }

    @Test
    void theLastOneOfACompanyStartsItsClockAndANewInstallationStopsIt() {
        pipedrive().uninstall(PipedriveSandbox.GLOBEX, 1000);
        pipedrive().uninstall(PipedriveSandbox.GLOBEX, 1001);

        assertThat(abandoned()).isTrue();
        assertThat(heard).containsExactly(new Uninstalled(GINA, false), new Uninstalled(GUS, true));

        consent(GINA);
        assertThat(abandoned()).isFalse();
        assertThat(connection(GINA)).isEqualTo(Member.Connection.CONNECTED);
        assertThat(connection(GUS)).isEqualTo(Member.Connection.NONE);
    }

    @Test
    void ofTwoWhoLeaveAtOnceOneIsTheLast() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                heard.clear();
                consent(GUS);
                consent(GINA);
                List<Callable<Integer>> both = List.of(leaving(together, GUS), leaving(together, GINA));
                for (var left : threads.invokeAll(both)) {
                    assertThat(left.get()).isEqualTo(200);
                }
                assertThat(abandoned()).isTrue();
                assertThat(heard.stream().filter(Uninstalled::last)).hasSize(1);
            }
        }
    }

    private Callable<Integer> leaving(CyclicBarrier together, MemberId member) {
        return () -> {
            together.await();
            return delete(GOOD, BODY.replace("1000", member.user().toString())).statusCode();
        };
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic c2FuZGJveC1jbGllbnQtaWQ=",
                "Bearer sandbox-client-secret",
                "sandbox-client-id:sandbox-client-secret",
                "wrong secret",
                "wrong id",
                "longer secret",
                "no secret"
            })
    void refusesWhoDoesNotKnowTheSecret(@Nullable String kind) {
        String header = kind == null
                ? null
                : switch (kind) {
                    case "wrong secret" -> basic("sandbox-client-id:sandbox-client-secreT");
                    case "wrong id" -> basic("sandbox-client-ie:sandbox-client-secret");
                    case "longer secret" -> basic("sandbox-client-id:sandbox-client-secret1");
                    case "no secret" -> basic("sandbox-client-id:");
                    default -> kind;
                };

        HttpResponse<String> answer = delete(header, BODY);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Visitor.location(answer)).isEmpty();
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401").doesNotContain("sandbox-client");
        assertThat(connection(GINA)).isEqualTo(Member.Connection.CONNECTED);
        assertThat(heard).isEmpty();
    }

    @Test
    void readsTheSchemeInAnyCase() {
        assertThat(delete(GOOD.replace("Basic", "basic"), BODY).statusCode()).isEqualTo(200);
        assertThat(connection(GINA)).isEqualTo(Member.Connection.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"54322,4711", "4711,1000"})
    void anUnknownMemberIsNoError(String pair) {
        String[] ids = pair.split(",", 2);

        assertThat(delete(GOOD, BODY.replace("1000", ids[1]).replace("54322", ids[0]))
                        .statusCode())
                .isEqualTo(200);
        assertThat(connection(GINA)).isEqualTo(Member.Connection.CONNECTED);
        assertThat(connection(GUS)).isEqualTo(Member.Connection.CONNECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"company_id\":54322}",
                "{\"company_id\":54322,\"user_id\":null}",
                "{\"company_id\":54322,\"user_id\":\"Gina\"}",
                "{\"company_id\":54322,\"user_id\":-1000}",
                "{\"company_id\":0,\"user_id\":1000}",
                "{\"company_id\":54322,\"user_id\":99999999999999999999}"
            })
    void answersAMalformedBodyWithProblemDetails(String body) {
        HttpResponse<String> answer = delete(GOOD, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(connection(GINA)).isEqualTo(Member.Connection.CONNECTED);
    }

    @Test
    void leavesTheReturnOfASignInAtTheSameAddressAlone() {
        HttpResponse<String> answer = new Visitor(app()).get(ADDRESS);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("www-authenticate")).isEmpty();
    }

    private static HttpResponse<String> delete(@Nullable String authorization, String body) {
        Visitor pipedrive = new Visitor(app());
        HttpRequest.Builder request = HttpRequest.newBuilder(pipedrive.address(ADDRESS))
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return pipedrive.send(request);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static void consent(MemberId member) {
        Consent.give(app(), pipedrive(), member.company().value(), member.user().value());
    }

    private Member.Connection connection(MemberId member) {
        return members.find(member).orElseThrow().connection();
    }

    private boolean abandoned() {
        return jdbc.sql("select abandoned_at is not null from company where id = 54322")
                .query(Boolean.class)
                .single();
    }
}
