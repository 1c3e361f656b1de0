package io.dealdocs.editing;

import io.dealdocs.access.EditorOrigins;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.settings.CompanyDocsServers;
import io.dealdocs.shared.DocumentId;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The origin of the Docs server a document is open at, else of the one it would be opened at. */
@Component
class PinnedEditorOrigins implements EditorOrigins {

    private final Documents documents;
    private final JdbcEditingSessions sessions;
    private final CompanyDocsServers servers;

    PinnedEditorOrigins(Documents documents, JdbcEditingSessions sessions, CompanyDocsServers servers) {
        this.documents = documents;
        this.sessions = sessions;
        this.servers = servers;
    }

    @Override
    public Optional<String> of(DocumentId id) {
        return documents.find(id).map(this::origins);
    }

    private String origins(Document document) {
        Optional<String> today =
                servers.of(document.company()).map(DocsServer::publicUrl).map(PinnedEditorOrigins::origin);
        Optional<String> pinned =
                sessions.open(document).map(EditingSession::docsUrl).map(PinnedEditorOrigins::origin);
        return pinned.filter(it -> !today.equals(pinned)).map(it -> it + " ").orElse("") + today.orElse("");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
