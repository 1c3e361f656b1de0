package io.dealdocs;

import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.pipedrive.AppRegistration;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.PipedriveSandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The demo: DealDocs with stand-ins for Pipedrive and for ONLYOFFICE Docs and a PostgreSQL of its own, all in one
 * process.
 */
final class SandboxApplication {

    private static final URI APP = URI.create("http://localhost:8080");
    private static final List<Integer> PORTS = List.of(8080, 8081, 8090, 8091, 8092, 8093);
    private static final int KEY_BYTES = 32;

    private SandboxApplication() {}

    public static void main(String[] args) throws IOException {
        // Silent until the application has set up logging: PostgreSQL and the stand-ins start before it.
        LoggingSystem.get(SandboxApplication.class.getClassLoader()).beforeInitialize();
        Path data = Path.of(System.getenv().getOrDefault("DEALDOCS_DEMO_DATA", ".data/demo"));
        requireFreePorts();
        Files.createDirectories(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        PipedriveSandbox pipedrive = PipedriveSandbox.start(PipedriveSandboxOptions.defaults()
                .withPorts(8090, 8092, 8093)
                .withApp(AppRegistration.at(APP))
                .withDataDirectory(data.resolve("pipedrive")));
        DocsSandbox docs = DocsSandbox.start(DocsSandboxOptions.demo()
                .withHeader(System.getenv().getOrDefault("DEALDOCS_DOCS_HEADER", "Authorization")));
        // Run when the application has stopped: it needs all of them until then.
        SpringApplication.getShutdownHandlers().add(() -> stop(database, pipedrive, docs));
        SpringApplication application = new SpringApplication(Application.class);
        application.setDefaultProperties(properties(data, database, pipedrive, docs));
        application.run(args);
        announce(pipedrive, docs);
    }

    private static Map<String, Object> properties(
            Path data, EmbeddedDatabase database, PipedriveSandbox pipedrive, DocsSandbox docs) throws IOException {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", "postgres"),
                Map.entry("spring.datasource.password", "postgres"),
                Map.entry("DEALDOCS_ENCRYPTION_KEY", encryptionKey(data)),
                Map.entry("DEALDOCS_PUBLIC_URL", APP.toString()),
                Map.entry("DEALDOCS_PIPEDRIVE_CLIENT_ID", pipedrive.app().clientId()),
                Map.entry("DEALDOCS_PIPEDRIVE_CLIENT_SECRET", pipedrive.app().clientSecret()),
                Map.entry("DEALDOCS_PIPEDRIVE_EXTENSION_SECRET", pipedrive.app().extensionSecret()),
                Map.entry("DEALDOCS_PIPEDRIVE_CREATE_MODAL_ID", pipedrive.app().createModalId()),
                Map.entry("DEALDOCS_PIPEDRIVE_OAUTH_URL", pipedrive.acme().toString()),
                Map.entry("DEALDOCS_PIPEDRIVE_API_DOMAIN_PATTERN", "^http://127\\.0\\.0\\.1:809[02]$"),
                Map.entry("DEALDOCS_FRAME_ANCESTORS", pipedrive.acme() + " " + pipedrive.globex()),
                Map.entry("DEALDOCS_DOCS_URL", docs.origin().toString()),
                Map.entry("DEALDOCS_DOCS_SECRET", docs.secret()),
                Map.entry("DEALDOCS_ALLOW_HTTP_DOCS", "true"));
    }

    /** The demo's own key, made once and kept with its data. */
    private static String encryptionKey(Path data) throws IOException {
        Path file = data.resolve("encryption.key");
        if (!Files.exists(file)) {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file).strip();
    }

    private static void requireFreePorts() {
        for (int port : PORTS) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                probe.setReuseAddress(true);
            } catch (IOException taken) {
                System.err.println("Port " + port + " is taken: stop what uses it (another demo?), then start again.");
                System.exit(1);
            }
        }
    }

    private static void stop(AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception alreadyGone) {
                System.err.println("Stopping: " + alreadyGone.getMessage());
            }
        }
    }

    private static void announce(PipedriveSandbox pipedrive, DocsSandbox docs) {
        System.out.println("""

                DealDocs is ready.

                  1. Open the Pipedrive sandbox:   %s
                     You are Ada, an admin of Acme. Install the app from its Marketplace page.
                  2. Open deal 1:                  %s/deal/1
                     Create a document in the panel, type, close the tab; after the quiet period it is in the deal.

                  Globex, another company:         %s
                  The stand-in for ONLYOFFICE:     %s
                  DealDocs itself:                 %s
                """.formatted(pipedrive.acme(), pipedrive.acme(), pipedrive.globex(), docs.origin(), APP));
    }
}
