package io.dealdocs.bench;

import io.dealdocs.Application;
import io.dealdocs.documents.DealFile;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A node in this process. As a second one on the same database it does what must not be measured: it opens documents and
 * schedules nothing.
 */
final class Desk implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConfigurableApplicationContext node;

    private Desk(ConfigurableApplicationContext node) {
        this.node = node;
    }

    static Desk open(Map<String, String> settings) {
        return open(settings, Map.of("PORT", "0", "db-scheduler.enabled", "false", "logging.level.root", "error"));
    }

    /** The only node: it answers where the settings say, and does all that is due. */
    static Desk alone(Map<String, String> settings) {
        return open(settings, Map.of("logging.level.root", "error"));
    }

    private static Desk open(Map<String, String> settings, Map<String, String> changes) {
        Map<String, String> own = new LinkedHashMap<>(settings);
        own.putAll(changes);
        String[] arguments = own.entrySet().stream()
                .map(setting -> "--" + name(setting.getKey()) + "=" + setting.getValue())
                .toArray(String[]::new);
        return new Desk(new SpringApplicationBuilder(Application.class)
                .logStartupInfo(false)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments));
    }

    // Spring reads its own names from variables only where they are variables.
    private static String name(String variable) {
        return variable.startsWith("SPRING_")
                ? variable.toLowerCase(Locale.ROOT).replace('_', '.')
                : variable;
    }

    <T> T bean(Class<T> type) {
        return node.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** Makes a document of a file, importing its content. */
    DocumentId prepare(MemberId member, DealId deal, long file) {
        String path = bean(EditorSessions.class)
                .prepare(member, deal, new DealFile.Ref("f" + file))
                .getPath();
        return DocumentId.parse(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Opens a document in an editor and answers the config that a browser would get. */
    JsonNode launch(MemberId member, DocumentId document) {
        return JSON.readTree(
                bean(EditorSessions.class).launch(member, document, false).config());
    }

    @Override
    public void close() {
        node.close();
    }
}
