package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What goes wrong while people edit, and the sweeps that mend it. */
abstract class RecoveryRoom extends SavingRoom {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    CompanySettings settings;

    @AfterEach
    void everybodyUsesTheSameServerAgain() {
        jdbc.sql("delete from docs_settings").update();
    }

    /** Runs a recurring task here and now. */
    void sweep(String task) {
        RecurringTask<?> sweep = context.getBean(task, RecurringTask.class);
        sweep(sweep);
    }

    private static <T> void sweep(RecurringTask<T> sweep) {
        sweep.execute(sweep.instance(RecurringTask.INSTANCE), null);
    }

    /** Somebody writes and leaves, and nobody takes what they wrote. */
    void writeForgotten(MemberId member, DocumentId document, String text) throws Exception {
        String key = config(member, document).path("document").path("key").asString();
        docs().faults().add(Fault.always(FaultName.CALLBACK_LOST).forKey(key).status(2));
        write(member, document, text);
        await().atMost(PATIENCE).until(() -> docs().forgotten().contains(key));
        docs().faults().clear();
    }

    /** Nobody has heard of anything about a key for so long. */
    void unheard(String key, String interval) {
        jdbc.sql("update editing_session set heard_at = now() - cast(? as interval),"
                        + " active_since = active_since - cast(? as interval) where document_key = ?")
                .params(interval, interval, key)
                .update();
    }

    /** A company's admin enters a Docs server as it is now. */
    void use(MemberId admin, DocsSandbox server) {
        assertThat(settings.save(
                        admin,
                        new NewDocsSettings(
                                server.origin(),
                                Optional.of(server.secret()),
                                server.options().header(),
                                DocsSettings.CoEditing.FAST,
                                settings.of(admin.company()).version())))
                .isInstanceOf(SaveOutcome.Saved.class);
    }

    /** A second node on the same database, at a port of its own. */
    ConfigurableApplicationContext anotherNode() {
        Environment here = context.getEnvironment();
        Map<String, String> own = new LinkedHashMap<>();
        for (String name : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "DEALDOCS_ENCRYPTION_KEY",
                "DEALDOCS_PUBLIC_URL",
                "DEALDOCS_PIPEDRIVE_CLIENT_ID",
                "DEALDOCS_PIPEDRIVE_CLIENT_SECRET",
                "DEALDOCS_PIPEDRIVE_OAUTH_URL",
                "DEALDOCS_PIPEDRIVE_API_DOMAIN_PATTERN",
                "DEALDOCS_DOCS_URL",
                "DEALDOCS_DOCS_SECRET",
                "DEALDOCS_ALLOW_HTTP_DOCS",
                "db-scheduler.polling-interval")) {
            own.put(name, here.getRequiredProperty(name));
        }
        own.put("PORT", "0");
        own.put("MANAGEMENT_PORT", "0");
        return new SpringApplicationBuilder(Application.class)
                .run(own.entrySet().stream()
                        .map(setting -> String.format(Locale.ROOT, "--%s=%s", setting.getKey(), setting.getValue()))
                        .toArray(String[]::new));
    }

    /** Who is told to be in a document. */
    List<String> editors(String name) {
        return listed(name).stream().flatMap(file -> file.editors().stream()).toList();
    }

    List<String> audited(DocumentId document, String action) {
        return jdbc.sql("select user_name || ' ' || detail from audit_entry where document_id = ? and action = ?"
                        + " order by id")
                .params(document.value(), action)
                .query((row, n) -> row.getString(1))
                .list();
    }

    static byte[] words(String text) {
        try (XWPFDocument words = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            words.createParagraph().createRun().setText(text);
            words.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
