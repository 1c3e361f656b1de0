package io.dealdocs;

import static io.dealdocs.DocsVoice.callback;
import static io.dealdocs.DocsVoice.fields;
import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.dealdocs.documents.DealChanged;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Subject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Several nodes on one PostgreSQL: two processes, and a third node in this one, which tests can look into. They start once
 * and live through the tests in order; the last test kills one of them and stops another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SeveralNodesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    private static final DealId DEAL = new DealId(5);
    private static final String POST = "POST /files";

    private final ObjectMapper json = new ObjectMapper();
    private final Surroundings world = new Surroundings();
    private final URI hereA = world.app();
    private final URI hereB = URI.create("http://localhost:" + Surroundings.freePort());
    private final int healthA = Surroundings.freePort();
    private final int healthB = Surroundings.freePort();
    private AppProcess a;
    private AppProcess b;
    private ConfigurableApplicationContext here;

    @BeforeAll
    void allAtOnceOnAnEmptyDatabase() {
        a = AppProcess.launch(node("a", hereA, healthA), "node-a");
        b = AppProcess.launch(node("b", hereB, healthB), "node-b");
        here = nodeInThisProcess();
        here.getBean(Scheduler.class).pause();
        a.awaitAnswer(hereA);
        b.awaitAnswer(hereB);
        world.pipedrive().faults().burst(100_000);
        Consent.give(
                hereA.toString(),
                world.pipedrive(),
                ADA.company().value(),
                ADA.user().value());
    }

    @AfterAll
    void stop() {
        a.wake();
        a.kill();
        b.kill();
        here.close();
        world.close();
    }

    /** The settings of an operator, but for what only makes tests wait. */
    private Map<String, String> node(String name, URI address, int health) {
        Map<String, String> settings = new LinkedHashMap<>(world.settings());
        settings.put("PORT", Integer.toString(address.getPort()));
        settings.put("MANAGEMENT_PORT", Integer.toString(health));
        settings.put("DB_SCHEDULER_SCHEDULER_NAME", name);
        return settings;
    }

    private ConfigurableApplicationContext nodeInThisProcess() {
        Map<String, String> settings = node("here", URI.create("http://localhost:0"), 0);
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + name(setting.getKey()) + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Application.class).run(arguments);
    }

    private static String name(String variable) {
        return switch (variable) {
            case "DB_SCHEDULER_SCHEDULER_NAME" -> "db-scheduler.scheduler-name";
            default ->
                variable.startsWith("SPRING_")
                        ? variable.toLowerCase(Locale.ROOT).replace('_', '.')
                        : variable;
        };
    }

    private JdbcClient jdbc() {
        return here.getBean(JdbcClient.class);
    }

    private DocumentId created(String title) {
        return here.getBean(DealDocuments.class).create(ADA, DEAL, DocumentKind.DOCUMENT, title);
    }

    private JsonNode config(DocumentId document) {
        return json.readTree(
                here.getBean(EditorSessions.class).launch(ADA, document, false).config());
    }

    private static String key(JsonNode config) {
        return config.path("document").path("key").asString();
    }

    private List<String> texts(String query, DocumentId document) {
        return jdbc().sql(query)
                .param(document.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> origins(DocumentId document) {
        return texts("select origin from version where document_id = ? order by number", document);
    }

    private List<String> outcomes(DocumentId document) {
        return texts(
                "select coalesce(outcome, '') from publication_attempt where document_id = ? order by id", document);
    }

    private boolean published(DocumentId document) {
        return !texts("select 'yes' from document where id = ? and head = published", document)
                .isEmpty();
    }

    private List<SandboxFile> files(String title) {
        return world.pipedrive().files(PipedriveSandbox.ACME, DEAL.value()).stream()
                .filter(file -> file.name().equals(title + ".docx"))
                .toList();
    }

    @Test
    @Order(1)
    void nodesThatStartAtOnceOnAnEmptyDatabaseAreAllHealthy() {
        for (int port : new int[] {healthA, healthB}) {
            HttpResponse<String> health =
                    DocsVoice.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health")));
            assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        }
        assertThat(jdbc().sql("select count(*) from flyway_schema_history where not success")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc().sql("select version from flyway_schema_history group by version having count(*) > 1")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    @Order(2)
    void aSaveOnOneNodeReachesPanelsOnAnotherWithinASecond() throws Exception {
        DocumentId document = created("Told");
        await().atMost(PATIENCE).until(() -> published(document));
        List<Instant> told = new CopyOnWriteArrayList<>();
        DealChanged change = new DealChanged(ADA.company(), Subject.of(DEAL));
        ApplicationListener<PayloadApplicationEvent<DealChanged>> panel = ApplicationListener.forPayload(news -> {
            if (news.equals(change)) {
                told.add(Instant.now());
            }
        });
        here.addApplicationListener(panel);

        JsonNode config = config(document);
        save(config);

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
        Instant saved = jdbc().sql("select created_at from version where document_id = ? and number = 2")
                .param(document.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        await().atMost(PATIENCE).until(() -> told.stream().anyMatch(moment -> moment.isAfter(saved)));
        Instant first = told.stream()
                .filter(moment -> moment.isAfter(saved))
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(saved, first)).isLessThan(Duration.ofSeconds(1));
        await().atMost(PATIENCE).until(() -> published(document));
        here.removeApplicationListener(panel);
    }

    private String save(JsonNode config) throws Exception {
        try (HeadlessEditor editor = world.docs().open(config)) {
            editor.addParagraph("acknowledged");
        }
        var call = world.docs().awaitCallback(key(config), 2, PATIENCE);
        assertThat(call.accepted()).isTrue();
        return call.body().path("url").asString();
    }

    @Test
    @Order(3)
    void oneCallbackOnSeveralNodesAtOnceIsOneVersion() throws Exception {
        String result = save(config(created("Donor")));
        DocumentId document = created("Twice");
        JsonNode config = config(document);
        Map<String, Object> claims = fields(
                "key",
                key(config),
                "status",
                2,
                "url",
                result,
                "filetype",
                "docx",
                "users",
                List.of(config.path("editorConfig").path("user").path("id").asString()));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            URI node = i % 2 == 0 ? hereA : hereB;
            calls.add(() -> callback(
                            at(
                                    node,
                                    config.path("editorConfig")
                                            .path("callbackUrl")
                                            .asString()),
                            claims,
                            sign(claims, world.docs().secret()))
                    .statusCode());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
    }

    private String at(URI node, String address) {
        return address.replace(hereA.toString(), node.toString());
    }

    @Test
    @Order(4)
    void whatOneNodeSignedIsGoodOnAnother() {
        String url = config(created("Signed")).path("document").path("url").asString();
        String token = sign(fields("payload", fields("url", url)), world.docs().secret());
        for (URI node : List.of(hereA, hereB)) {
            HttpResponse<String> answer = DocsVoice.send(
                    HttpRequest.newBuilder(URI.create(at(node, url))).header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Order(5)
    void aSignInThatComesBackToAnotherNodeFailsInPlainWordsAndBeginsAgain() {
        Visitor browser = new Visitor(hereA.toString());
        String state = browser.begin("");
        String code = world.pipedrive()
                .authorizationCode(ADA.company().value(), ADA.user().value());

        String led = browser.led(hereB + "/login/oauth2/code/pipedrive?code=" + code + "&state=" + state);

        assertThat(led).isEqualTo(hereA + "/connect?reason=failed");
        assertThat(Consent.give(
                        hereB.toString(),
                        world.pipedrive(),
                        ADA.company().value(),
                        ADA.user().value()))
                .doesNotContain("reason=failed");
    }

    /**
     * One node dies and one stands still, each while Pipedrive takes a file of it. The one that died has its file adopted;
     * the one that stood still is overtaken, and what it brings afterwards does not stay.
     */
    @Test
    @Order(6)
    void whatANodePublishesGoesOnElsewhereWithin30SecondsAndEndsAsOneFile() {
        await().atMost(PATIENCE)
                .until(() -> jdbc().sql("select count(*) from scheduled_tasks where task_name = 'publish'")
                                .query(Long.class)
                                .single()
                        == 0);
        b.pause();
        DocumentId overtaken = uploading("Overtaken", Duration.ofSeconds(40));
        a.pause();
        b.wake();
        DocumentId adopted = uploading("Adopted", Duration.ofSeconds(6));
        b.kill();
        Instant death = Instant.now();
        here.getBean(Scheduler.class).resume();

        await().atMost(PATIENCE).until(() -> published(adopted));
        assertThat(Duration.between(death, Instant.now())).isLessThan(Duration.ofSeconds(30));
        await().atMost(PATIENCE).until(() -> published(overtaken));
        a.wake();
        await().atMost(PATIENCE).until(() -> outcomes(overtaken).contains("DOUBLE"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(files("Adopted")).hasSize(1);
            assertThat(files("Overtaken")).hasSize(1);
        });
        assertThat(outcomes(adopted)).containsExactly("ADOPTED");
        assertThat(outcomes(overtaken)).containsExactly("DOUBLE", "RECORDED");
    }

    /** A document whose upload is under way on the one node that is awake, and takes so long. */
    private DocumentId uploading(String title, Duration time) {
        world.pipedrive().faults().delayNext(POST, time, 1);
        DocumentId document = created(title);
        // Begun before it is sent: by the end of this Pipedrive has all of it.
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> outcomes(document).equals(List.of("")));
        return document;
    }
}
