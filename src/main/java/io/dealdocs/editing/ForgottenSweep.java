package io.dealdocs.editing;

import io.dealdocs.installation.InstallationId;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.onlyoffice.DocumentServerException;
import io.dealdocs.onlyoffice.DocumentServers;
import io.dealdocs.settings.CompanyDocsServers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks through the forgotten files of every Docs server that a session may have left some with. A Docs server lists those
 * of every connector; ours are the keys that we made, and only the Docs server that a session is pinned to is believed.
 */
@Component
class ForgottenSweep {

    private static final Logger log = LoggerFactory.getLogger(ForgottenSweep.class);
    private static final Duration LATELY = Duration.ofDays(7);

    private final JdbcSessionWatch watch;
    private final PinnedServers pinned;
    private final CompanyDocsServers present;
    private final DocumentServers servers;
    private final ForgottenFiles files;
    private final InstallationId installation;
    private final Clock clock;

    ForgottenSweep(
            JdbcSessionWatch watch,
            PinnedServers pinned,
            CompanyDocsServers present,
            DocumentServers servers,
            ForgottenFiles files,
            InstallationId installation,
            Clock clock) {
        this.watch = watch;
        this.pinned = pinned;
        this.present = present;
        this.servers = servers;
        this.files = files;
        this.installation = installation;
        this.clock = clock;
    }

    /** Looks at every server once; one that does not answer is passed over until the next time. */
    void run() {
        SideBySide.each(everyServer().entrySet(), each -> look(each.getKey(), each.getValue()));
    }

    private Map<DocsServer, Supplier<List<String>>> everyServer() {
        Map<DocsServer, Supplier<List<String>>> all = new HashMap<>();
        for (EditingSession session : watch.oneOfEachServer(clock.instant().minus(LATELY))) {
            all.putIfAbsent(pinned.server(session), () -> pinned.ask(session, servers::forgotten));
            present.of(session.company()).ifPresent(server -> all.putIfAbsent(server, () -> servers.forgotten(server)));
        }
        return all;
    }

    private void look(DocsServer server, Supplier<List<String>> forgotten) {
        try {
            forgotten.get().stream()
                    .filter(key -> key.startsWith(installation.value() + "."))
                    .flatMap(key -> at(server.publicUrl(), key).stream())
                    .forEach(this::fetch);
        } catch (DocumentServerException away) {
            log.warn(
                    "Docs server {} could not be asked for forgotten files: {}", server.publicUrl(), away.getMessage());
        } catch (RuntimeException trouble) {
            log.error("Forgotten files of Docs server {} could not be looked through", server.publicUrl(), trouble);
        }
    }

    private Optional<EditingSession> at(URI server, String key) {
        return watch.ofKey(key).filter(session -> session.docsUrl().equals(server));
    }

    private void fetch(EditingSession session) {
        try {
            files.fetch(session);
        } catch (DocumentServerException away) {
            log.warn("The forgotten save of session {} was not fetched: {}", session.id(), away.getMessage());
        } catch (RuntimeException trouble) {
            log.error("The forgotten save of session {} could not be stored", session.id(), trouble);
        }
    }
}
