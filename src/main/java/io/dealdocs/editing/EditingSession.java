package io.dealdocs.editing;

import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One document key at a Docs server with its people. It keeps the addresses, the header and the secrets it was opened
 * with, whatever becomes of the settings.
 *
 * @param revision of the document when the key was made
 * @param baseVersion the version the session started from
 * @param secrets the one it was opened with first, the newest last
 * @param quietSince when everybody had left without changes; they may come back
 */
record EditingSession(
        SessionId id,
        DocumentId document,
        CompanyId company,
        String key,
        long revision,
        int baseVersion,
        URI docsUrl,
        URI docsInternalUrl,
        String header,
        List<Secret> secrets,
        Optional<Instant> quietSince,
        boolean ended) {

    /** The same with these secrets. */
    EditingSession with(List<Secret> pinned) {
        return new EditingSession(
                id,
                document,
                company,
                key,
                revision,
                baseVersion,
                docsUrl,
                docsInternalUrl,
                header,
                pinned,
                quietSince,
                ended);
    }

    /** The Docs server as the session has pinned it. */
    DocsServer server() {
        return new DocsServer(docsUrl, docsInternalUrl, secrets.getLast(), header);
    }
}
