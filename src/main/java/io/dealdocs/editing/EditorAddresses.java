package io.dealdocs.editing;

import io.dealdocs.access.Capabilities;
import io.dealdocs.access.Capabilities.Purpose;
import io.dealdocs.access.Tickets;
import io.dealdocs.documents.Version;
import io.dealdocs.installation.InstallationId;
import io.dealdocs.installation.InstallationProperties;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the addresses that the editor, the Docs server and the browser's tab use. */
@Component
class EditorAddresses {

    static final String CONTENT = "/docs/content/";
    static final String CALLBACK = "/docs/callback/";
    // A Docs server fetches at opening, and once more when its cache of a day is over.
    private static final Duration VIEWING = Duration.ofDays(2);

    private final Capabilities capabilities;
    private final Tickets tickets;
    private final InstallationId installation;
    private final InstallationProperties us;

    EditorAddresses(
            Capabilities capabilities, Tickets tickets, InstallationId installation, InstallationProperties us) {
        this.capabilities = capabilities;
        this.tickets = tickets;
        this.installation = installation;
        this.us = us;
    }

    /** The key of a document at a revision; letters, digits and dots, looked up and never parsed. */
    String key(DocumentId document, long revision) {
        return installation.value() + "." + document.value().toString().replace("-", "") + "." + revision;
    }

    /** The key of one version, which is only looked at. */
    String versionKey(Version version) {
        return installation.value() + "."
                + version.document().value().toString().replace("-", "") + ".v" + version.number();
    }

    URI callback(SessionId session) {
        return us.address(
                CALLBACK + capabilities.issue(Purpose.CALLBACK, Map.of("sid", session.toString()), Optional.empty()));
    }

    /** A version for the people of a session, as long as the session lives. */
    URI content(SessionId session, DocumentId document, int version) {
        Map<String, String> claims =
                Map.of("sid", session.toString(), "doc", document.toString(), "version", Integer.toString(version));
        return content(claims, Optional.empty());
    }

    /** A version for readers. */
    URI content(DocumentId document, int version) {
        return content(Map.of("doc", document.toString(), "version", Integer.toString(version)), Optional.of(VIEWING));
    }

    /** A file that is streamed through from Pipedrive with the reader's own token. */
    URI content(DocumentId document, FileId file, MemberId reader) {
        Map<String, String> claims = Map.of(
                "doc", document.toString(),
                "file", file.toString(),
                "company", reader.company().toString(),
                "user", reader.user().toString());
        return content(claims, Optional.of(VIEWING));
    }

    private URI content(Map<String, String> claims, Optional<Duration> life) {
        return us.address(CONTENT + capabilities.issue(Purpose.CONTENT, claims, life));
    }

    /** The editor tab for one member, for a minute. */
    URI tab(MemberId member, DocumentId document) {
        return us.address("/documents/" + document + "?ticket=" + tickets.issue(member, document));
    }
}
