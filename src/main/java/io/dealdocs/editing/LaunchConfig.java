package io.dealdocs.editing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Version;
import io.dealdocs.installation.InstallationId;
import io.dealdocs.installation.Member;
import io.dealdocs.onlyoffice.EditorConfig;
import io.dealdocs.onlyoffice.EditorConfig.CoEditing;
import io.dealdocs.onlyoffice.EditorConfig.Mode;
import io.dealdocs.onlyoffice.EditorConfig.Permissions;
import io.dealdocs.onlyoffice.Format;
import io.dealdocs.settings.CompanyDocsServers;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides what the editor is told about one opening. */
@Component
class LaunchConfig {

    private final EditorAddresses addresses;
    private final EditorIds editorIds;
    private final CompanyDocsServers settings;
    private final InstallationId installation;

    LaunchConfig(
            EditorAddresses addresses, EditorIds editorIds, CompanyDocsServers settings, InstallationId installation) {
        this.addresses = addresses;
        this.editorIds = editorIds;
        this.settings = settings;
        this.installation = installation;
    }

    EditorConfig edit(Member member, Document document, EditingSession session, Format format, boolean dark) {
        URI content =
                addresses.content(session.id(), document.id(), document.head().orElseThrow());
        CoEditing coEditing = settings.coEditing(document.company()) == DocsSettings.CoEditing.STRICT
                ? CoEditing.STRICT
                : CoEditing.FAST;
        return config(
                member,
                document,
                format,
                dark,
                new Opening(
                        session.key(),
                        content,
                        Optional.of(addresses.callback(session.id())),
                        Mode.EDIT,
                        Permissions.editor(),
                        coEditing));
    }

    EditorConfig view(Member member, Document document, Format format, boolean dark) {
        String key = addresses.key(document.id(), document.revision());
        return config(member, document, format, dark, reading(key, readable(member, document)));
    }

    /** One version, which keeps its key for ever since its content never changes. */
    EditorConfig view(Member member, Document document, Version version, Format format, boolean dark) {
        URI content = addresses.content(document.id(), version.number());
        return config(member, document, format, dark, reading(addresses.versionKey(version), content));
    }

    private static Opening reading(String key, URI content) {
        return new Opening(key, content, Optional.empty(), Mode.VIEW, Permissions.reader(), CoEditing.FAST);
    }

    private URI readable(Member member, Document document) {
        if (document.head().isPresent()) {
            return addresses.content(document.id(), document.head().getAsInt());
        }
        return document.file()
                .map(file -> addresses.content(document.id(), file, member.id()))
                .orElseThrow(() -> new Refusal(Reason.FILE_GONE));
    }

    private record Opening(
            String key, URI content, Optional<URI> callback, Mode mode, Permissions permissions, CoEditing coEditing) {}

    private EditorConfig config(Member member, Document document, Format format, boolean dark, Opening opening) {
        return new EditorConfig(
                format.type(),
                format.extension(),
                opening.key(),
                document.name(),
                opening.content(),
                opening.callback(),
                opening.mode(),
                opening.permissions(),
                new EditorConfig.User(editorIds.of(member.id()), member.name()),
                member.locale(),
                dark,
                opening.coEditing(),
                true,
                document.id().toString(),
                installation.value());
    }
}
