package io.dealdocs.editing;

import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Version;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.settings.CompanyDocsServers;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the content that a capability's claims name. */
@Component
class ServedContents {

    private final Documents documents;
    private final JdbcEditingSessions sessions;
    private final CompanyDocsServers servers;
    private final PinnedServers pinned;
    private final ContentStore store;
    private final DealDocuments dealDocuments;

    ServedContents(
            Documents documents,
            JdbcEditingSessions sessions,
            CompanyDocsServers servers,
            PinnedServers pinned,
            ContentStore store,
            DealDocuments dealDocuments) {
        this.documents = documents;
        this.sessions = sessions;
        this.servers = servers;
        this.pinned = pinned;
        this.store = store;
        this.dealDocuments = dealDocuments;
    }

    Optional<ServedContent> of(Map<String, String> claims) {
        DocumentId id = DocumentId.parse(claims.getOrDefault("doc", ""));
        return documents
                .find(id)
                .flatMap(document -> proof(document, claims).map(proof -> content(document, claims, proof)));
    }

    private record Proof(List<String> headers, List<Secret> secrets) {}

    private Optional<Proof> proof(Document document, Map<String, String> claims) {
        String session = claims.get("sid");
        if (session == null) {
            return servers.of(document.company()).map(ServedContents::proof);
        }
        return sessions.find(SessionId.parse(session)).map(it -> new Proof(pinned.headers(it), pinned.secrets(it)));
    }

    private static Proof proof(DocsServer server) {
        return new Proof(List.of(server.header()), List.of(server.secret()));
    }

    private ServedContent content(Document document, Map<String, String> claims, Proof proof) {
        String version = claims.get("version");
        return version == null
                ? new StreamedThrough(proof, document, reader(claims))
                : new Stored(
                        proof,
                        documents
                                .version(document.id(), Integer.parseInt(version))
                                .orElseThrow());
    }

    private static MemberId reader(Map<String, String> claims) {
        return MemberId.of(
                Long.parseLong(claims.getOrDefault("company", "0")), Long.parseLong(claims.getOrDefault("user", "0")));
    }

    /** A version of our store; parts of it may be asked for. */
    private final class Stored implements ServedContent {

        private final Proof proof;
        private final Version version;

        Stored(Proof proof, Version version) {
            this.proof = proof;
            this.version = version;
        }

        @Override
        public List<String> headers() {
            return proof.headers();
        }

        @Override
        public List<Secret> secrets() {
            return proof.secrets();
        }

        @Override
        public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
            new RangedAnswer(
                            version.content().size(),
                            offset -> store.open(version.content().id(), offset))
                    .send(request, response);
        }
    }

    /** A Pipedrive file that is only looked at; it passes through and leaves no version. */
    private final class StreamedThrough implements ServedContent {

        private final Proof proof;
        private final Document document;
        private final MemberId reader;

        StreamedThrough(Proof proof, Document document, MemberId reader) {
            this.proof = proof;
            this.document = document;
            this.reader = reader;
        }

        @Override
        public List<String> headers() {
            return proof.headers();
        }

        @Override
        public List<Secret> secrets() {
            return proof.secrets();
        }

        @Override
        public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/octet-stream");
            if (request.getMethod().equals("HEAD")) {
                return;
            }
            dealDocuments.read(reader, document.subject().deal(), DealFile.Ref.of(document.id()), (bytes, size) -> {
                if (size >= 0) {
                    response.setContentLengthLong(size);
                }
                return bytes.transferTo(response.getOutputStream());
            });
        }
    }
}
