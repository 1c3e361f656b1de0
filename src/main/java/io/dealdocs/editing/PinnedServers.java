package io.dealdocs.editing;

import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.onlyoffice.DocumentServerException;
import io.dealdocs.settings.CompanyDocsServers;
import io.dealdocs.shared.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What proves that the Docs server of a session is speaking, and how to reach it: what the session has pinned, and what
 * the settings say of that same server now, so that a secret can be changed while people edit.
 */
@Component
class PinnedServers {

    private final CompanyDocsServers servers;

    PinnedServers(CompanyDocsServers servers) {
        this.servers = servers;
    }

    /** Any of them may have signed what comes from the session's Docs server. */
    List<Secret> secrets(EditingSession session) {
        List<Secret> secrets = new ArrayList<>(session.secrets());
        today(session)
                .map(DocsServer::secret)
                .filter(it -> !secrets.contains(it))
                .ifPresent(secrets::add);
        return secrets;
    }

    /** The headers in which its tokens may come. */
    List<String> headers(EditingSession session) {
        List<String> headers = new ArrayList<>(List.of(session.header()));
        today(session)
                .map(DocsServer::header)
                .filter(it -> !headers.contains(it))
                .ifPresent(headers::add);
        return headers;
    }

    /**
     * Sends a command to a session's Docs server, signed with whatever secret it accepts: a company may have changed it here
     * and there at different times.
     *
     * @throws DocumentServerException what the server answers, or the first refusal where it accepts none
     */
    <T> T ask(EditingSession session, Function<DocsServer, T> command) {
        DocumentServerException.TokenRefused refused = null;
        for (DocsServer server : ways(session)) {
            try {
                return command.apply(server);
            } catch (DocumentServerException.TokenRefused notThis) {
                refused = refused == null ? notThis : refused;
            }
        }
        throw Objects.requireNonNull(refused);
    }

    private List<DocsServer> ways(EditingSession session) {
        DocsServer first = server(session);
        List<DocsServer> ways = new ArrayList<>(List.of(first));
        for (Secret secret : session.secrets().reversed()) {
            if (ways.stream().map(DocsServer::secret).noneMatch(secret::equals)) {
                ways.add(new DocsServer(first.publicUrl(), first.internalUrl(), secret, first.header()));
            }
        }
        return ways;
    }

    /** The server to send commands to, signed as it wants them today. */
    DocsServer server(EditingSession session) {
        return today(session).orElseGet(session::server);
    }

    private Optional<DocsServer> today(EditingSession session) {
        return servers.of(session.company()).filter(server -> server.publicUrl().equals(session.docsUrl()));
    }
}
