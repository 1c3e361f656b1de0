package io.dealdocs.editing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Version;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.onlyoffice.EditorConfig;
import io.dealdocs.onlyoffice.EditorConfigs;
import io.dealdocs.onlyoffice.Format;
import io.dealdocs.onlyoffice.Formats;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds and signs what a browser needs, under the document's row lock where people are to edit. */
@Component
class EditorLaunches {

    // The editor is opened at once; whoever comes back later gets a new config.
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Documents documents;
    private final Formats formats;
    private final SessionDesk desk;
    private final LaunchConfig configs;
    private final EditorConfigs signer;
    private final Members members;
    private final JdbcClosings closings;
    private final TransactionTemplate transaction;

    EditorLaunches(
            Documents documents,
            Formats formats,
            SessionDesk desk,
            LaunchConfig configs,
            EditorConfigs signer,
            Members members,
            JdbcClosings closings,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.formats = formats;
        this.desk = desk;
        this.configs = configs;
        this.signer = signer;
        this.members = members;
        this.closings = closings;
        this.transaction = transaction;
    }

    EditorLaunch of(Member member, Document document, DocsServer server, boolean dark) {
        Format format = format(document);
        return format.editable()
                ? edit(member, document, server, format, dark)
                : view(member, document, server, format, dark);
    }

    /** One version, to be read. */
    EditorLaunch of(Member member, Document document, Version version, DocsServer server, boolean dark) {
        return launch(configs.view(member, document, version, format(document), dark), server, document);
    }

    private Format format(Document document) {
        return formats.ofName(document.name())
                .filter(Format::viewable)
                .orElseThrow(() -> new Refusal(Reason.FORMAT_UNSUPPORTED, document.name()));
    }

    private EditorLaunch edit(Member member, Document document, DocsServer server, Format format, boolean dark) {
        return Waiting.untilPresent(() ->
                Objects.requireNonNull(transaction.execute(status -> editNow(member, document, server, format, dark))));
    }

    /** Nothing while the document's key is about to be replaced: what is typed under it would end beside the document. */
    private Optional<EditorLaunch> editNow(
            Member member, Document document, DocsServer server, Format format, boolean dark) {
        Document locked = documents.lock(document.id()).orElseThrow(() -> new Refusal(Reason.DOCUMENT_UNKNOWN));
        if (locked.deleted()) {
            throw new Refusal(Reason.DOCUMENT_DELETED);
        }
        if (closings.pending(locked.id())) {
            return Optional.empty();
        }
        EditingSession session = desk.join(member, locked, server);
        EditorConfig config = configs.edit(member, locked, session, format, dark);
        return Optional.of(launch(config, session.server(), locked));
    }

    private EditorLaunch view(Member member, Document document, DocsServer server, Format format, boolean dark) {
        return launch(configs.view(member, document, format, dark), server, document);
    }

    private EditorLaunch launch(EditorConfig config, DocsServer server, Document document) {
        return new EditorLaunch(
                URI.create(server.publicUrl() + "/web-apps/apps/api/documents/api.js?shardkey=" + config.key()),
                signer.sign(config, server.secret(), LIFE),
                document.name(),
                config.coEditing() == EditorConfig.CoEditing.STRICT,
                config.mode() == EditorConfig.Mode.EDIT,
                URI.create(members.apiDomain(document.company()) + "/deal/"
                        + document.subject().id()));
    }
}
