package io.dealdocs;

import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.pipedrive.AppRegistration;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.PipedriveSandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The world around the application in tests: a real PostgreSQL and both sandboxes, on ports of their own. */
public final class Surroundings implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final PipedriveSandbox pipedrive;
    private final DocsSandbox docs;
    private final int port = freePort();

    public Surroundings() {
        try {
            this.database = EmbeddedDatabase.start(
                    Files.createTempDirectory(Files.createDirectories(Path.of("target/databases")), "test"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.pipedrive =
                PipedriveSandbox.start(PipedriveSandboxOptions.defaults().withApp(AppRegistration.at(app())));
        this.docs = DocsSandbox.start(DocsSandboxOptions.quick());
    }

    public URI app() {
        return URI.create("http://localhost:" + port);
    }

    int port() {
        return port;
    }

    public PipedriveSandbox pipedrive() {
        return pipedrive;
    }

    public DocsSandbox docs() {
        return docs;
    }

    public String databaseUrl() {
        return database.url();
    }

    /** What points the application at this world. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("SPRING_DATASOURCE_URL", database.url());
        settings.put("SPRING_DATASOURCE_USERNAME", "postgres");
        settings.put("SPRING_DATASOURCE_PASSWORD", "postgres");
        settings.put("PORT", Integer.toString(port));
        settings.put("MANAGEMENT_PORT", "0");
        settings.put("DEALDOCS_ENCRYPTION_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        settings.put("DEALDOCS_PUBLIC_URL", app().toString());
        settings.put("DEALDOCS_PIPEDRIVE_CLIENT_ID", pipedrive.app().clientId());
        settings.put("DEALDOCS_PIPEDRIVE_CLIENT_SECRET", pipedrive.app().clientSecret());
        settings.put("DEALDOCS_PIPEDRIVE_EXTENSION_SECRET", pipedrive.app().extensionSecret());
        settings.put("DEALDOCS_PIPEDRIVE_CREATE_MODAL_ID", pipedrive.app().createModalId());
        settings.put("DEALDOCS_PIPEDRIVE_OAUTH_URL", pipedrive.acme().toString());
        settings.put("DEALDOCS_PIPEDRIVE_API_DOMAIN_PATTERN", "^http://127\\.0\\.0\\.1:\\d+$");
        settings.put("DEALDOCS_FRAME_ANCESTORS", pipedrive.acme() + " " + pipedrive.globex());
        settings.put("DEALDOCS_DOCS_URL", docs.origin());
        settings.put("DEALDOCS_DOCS_SECRET", docs.secret());
        settings.put("DEALDOCS_ALLOW_HTTP_DOCS", "true");
        settings.put("DEALDOCS_QUIET_PERIOD", "1s");
        settings.put("DEALDOCS_LOST_ANSWER_WAIT", "3s");
        return settings;
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        docs.close();
        pipedrive.close();
        database.close();
    }
}
