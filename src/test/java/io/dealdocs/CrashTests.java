package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The application dies by {@code kill -9} and starts again, as a process of its own; database and sandboxes live on. What
 * was acknowledged is in Pipedrive once.
 */
class CrashTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    private static final DealId DEAL = new DealId(5);

    private final ObjectMapper json = new ObjectMapper();
    private final Surroundings surroundings = new Surroundings();
    private final Map<String, String> settings = new LinkedHashMap<>(surroundings.settings());
    private AppProcess app;
    private ConfigurableApplicationContext desk;

    @BeforeEach
    void start() {
        settings.put("DEALDOCS_QUIET_PERIOD", "2s");
        settings.put("DB_SCHEDULER_HEARTBEAT_INTERVAL", "1s");
        settings.put("DB_SCHEDULER_POLLING_INTERVAL", "300ms");
        app = AppProcess.start(surroundings.app(), settings);
        Consent.give(surroundings.app().toString(), surroundings.pipedrive(), PipedriveSandbox.ACME, 1001);
        desk = secondNode();
    }

    /** A node that only opens documents: whatever is saved and published, the process does that. */
    private ConfigurableApplicationContext secondNode() {
        Map<String, String> own = new LinkedHashMap<>(settings);
        own.putAll(Map.of("PORT", "0", "db-scheduler.enabled", "false"));
        String[] arguments = own.entrySet().stream()
                .map(setting -> "--" + name(setting.getKey()) + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Application.class).run(arguments);
    }

    private static String name(String variable) {
        return variable.startsWith("SPRING_")
                ? variable.toLowerCase(Locale.ROOT).replace('_', '.')
                : variable;
    }

    @AfterEach
    void stop() {
        surroundings.pipedrive().faults().clear();
        desk.close();
        app.kill();
        surroundings.close();
    }

    @Test
    void whatWasAcknowledgedIsInPipedriveOnceAfterAKill() throws Exception {
        DocumentId waits = opened("Waits.docx");
        DocumentId posted = opened("Posted.docx");
        DocumentId replaced = opened("Replaced.docx");
        surroundings.pipedrive().faults().delayNext("DELETE /files/{id}", Duration.ofSeconds(20), 1);
        save(replaced);
        await().atMost(PATIENCE).until(() -> count("publication", "removal = 'due'", replaced) == 1);
        surroundings.pipedrive().faults().delayNext("POST /files", Duration.ofSeconds(4), 1);
        save(posted);
        await().atMost(PATIENCE).until(() -> count("publication_attempt", "outcome is null", posted) == 1);
        save(waits);
        app.kill();

        assertThat(count("publication_attempt", "true", waits)).isZero();
        assertThat(count("publication_attempt", "outcome is null", posted)).isEqualTo(1);
        assertThat(files("Replaced.docx")).hasSize(2);
        app = AppProcess.start(surroundings.app(), settings);

        await().atMost(PATIENCE).untilAsserted(() -> {
            for (String name : List.of("Waits.docx", "Posted.docx", "Replaced.docx")) {
                assertThat(files(name))
                        .singleElement()
                        .satisfies(file -> assertThat(DealRoom.text(file)).contains("acknowledged"));
            }
        });
        assertThat(jdbc().sql("select count(*) from scheduled_tasks where task_name = 'publish'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private DocumentId opened(String name) throws IOException {
        SandboxFile file = surroundings.pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, name, words());
        EditorSessions sessions = desk.getBean(EditorSessions.class);
        String path = sessions.prepare(ADA, DEAL, new Ref("f" + file.id())).getPath();
        return DocumentId.parse(path.substring(path.lastIndexOf('/') + 1));
    }

    private static byte[] words() throws IOException {
        try (XWPFDocument words = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            words.createParagraph().createRun().setText("as it was");
            words.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** Writes, leaves, and waits for nothing but the acknowledgement. */
    private void save(DocumentId document) throws Exception {
        JsonNode config = json.readTree(
                desk.getBean(EditorSessions.class).launch(ADA, document, false).config());
        try (HeadlessEditor editor = surroundings.docs().open(config)) {
            editor.addParagraph("acknowledged");
        }
        String key = config.path("document").path("key").asString();
        assertThat(surroundings.docs().awaitCallback(key, 2, PATIENCE).accepted())
                .isTrue();
    }

    private JdbcClient jdbc() {
        return desk.getBean(JdbcClient.class);
    }

    private long count(String table, String condition, DocumentId document) {
        return jdbc().sql("select count(*) from " + table + " where " + condition + " and document_id = ?")
                .param(document.value())
                .query(Long.class)
                .single();
    }

    private List<SandboxFile> files(String name) {
        return surroundings.pipedrive().files(PipedriveSandbox.ACME, DEAL.value()).stream()
                .filter(file -> file.name().equals(name))
                .toList();
    }
}
