package io.dealdocs.editing;

import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.settings.CompanyDocsServers;
import io.dealdocs.shared.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The server to send commands to, signed as it wants them today. */
    DocsServer server(EditingSession session) {
        return today(session).orElseGet(session::server);
    }

    private Optional<DocsServer> today(EditingSession session) {
        return servers.of(session.company()).filter(server -> server.publicUrl().equals(session.docsUrl()));
    }
}
