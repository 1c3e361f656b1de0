package io.dealdocs.editing;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealGate;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.DocumentImport;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.PlacedDocuments;
import io.dealdocs.documents.Version;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.settings.CompanyDocsServers;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.net.URI;
import org.springframework.stereotype.Service;

/** Checks who may open what, then leaves it to {@link EditorLaunches}. */
@Service
class LaunchedSessions implements EditorSessions {

    private final Documents documents;
    private final DocumentImport imports;
    private final PlacedDocuments placed;
    private final DealGate gate;
    private final Members members;
    private final CompanyDocsServers servers;
    private final EditorLaunches launches;
    private final EditorAddresses addresses;

    LaunchedSessions(
            Documents documents,
            DocumentImport imports,
            PlacedDocuments placed,
            DealGate gate,
            Members members,
            CompanyDocsServers servers,
            EditorLaunches launches,
            EditorAddresses addresses) {
        this.documents = documents;
        this.imports = imports;
        this.placed = placed;
        this.gate = gate;
        this.members = members;
        this.servers = servers;
        this.launches = launches;
        this.addresses = addresses;
    }

    @Override
    public URI prepare(MemberId member, DealId deal, DealFile.Ref ref) {
        server(member(member));
        return addresses.tab(member, imports.open(member, deal, ref).id());
    }

    @Override
    public URI prepare(MemberId member, DocumentId document) {
        server(member(member));
        return addresses.tab(member, own(member, document).id());
    }

    @Override
    public EditorLaunch launch(MemberId id, DocumentId documentId, boolean dark) {
        Member member = member(id);
        Document document = ready(id, own(id, documentId));
        return launches.of(member, document, server(member), dark);
    }

    @Override
    public EditorLaunch launchByLink(MemberId id, DocumentId documentId, boolean dark) {
        placed.follow(member(id).id(), own(id, documentId).id());
        return launch(id, documentId, dark);
    }

    @Override
    public EditorLaunch show(MemberId id, DocumentId documentId, int number, boolean dark) {
        Member member = member(id);
        placed.follow(id, own(id, documentId).id());
        Document document = own(id, documentId);
        Version version = documents.version(documentId, number).orElseThrow(() -> new Refusal(Reason.VERSION_GONE));
        return launches.of(member, document, version, server(member), dark);
    }

    private Document ready(MemberId member, Document document) {
        DealId deal = document.subject().deal();
        if (imports.incomplete(document)) {
            // Whoever opened it first gave up before the content was here.
            return imports.open(member, deal, DealFile.Ref.of(document.id()));
        }
        gate.visit(member, deal)
                .silence()
                .filter(silence -> document.head().isEmpty())
                .ifPresent(silence -> {
                    // Only Pipedrive has the content; told here, since the editor could tell nothing but a failed
                    // download.
                    throw silence;
                });
        return document;
    }

    private Member member(MemberId id) {
        return members.find(id).orElseThrow(() -> new Refusal(Reason.NOT_CONNECTED));
    }

    private Document own(MemberId member, DocumentId id) {
        Document document = documents
                .find(id)
                .filter(it -> it.company().equals(member.company()))
                .orElseThrow(() -> new Refusal(Reason.DOCUMENT_UNKNOWN));
        if (document.deleted()) {
            throw new Refusal(Reason.DOCUMENT_DELETED);
        }
        return document;
    }

    private DocsServer server(Member member) {
        return servers.of(member.id().company())
                .orElseThrow(
                        () -> new Refusal(member.accountAdmin() ? Reason.DOCS_MISSING_ADMIN : Reason.DOCS_MISSING));
    }
}
