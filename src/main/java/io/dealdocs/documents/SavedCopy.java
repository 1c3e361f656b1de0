package io.dealdocs.documents;

import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a document of its own of one version of another; both share the content. */
@Component
class SavedCopy {

    private final Documents documents;
    private final JdbcDocuments rows;
    private final JdbcVersions versions;
    private final JdbcOffers offers;
    private final Members members;
    private final AuditTrail audit;

    SavedCopy(
            Documents documents,
            JdbcDocuments rows,
            JdbcVersions versions,
            JdbcOffers offers,
            Members members,
            AuditTrail audit) {
        this.documents = documents;
        this.rows = rows;
        this.versions = versions;
        this.offers = offers;
        this.members = members;
        this.audit = audit;
    }

    /** The new document, on its way to Pipedrive. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentId make(MemberId id, DealId deal, DocumentId original, int number) {
        // Locked, so that the version cannot be forgotten before the copy refers to its content.
        Document locked = documents.lock(original).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        Version version = versions.find(original, number).orElseThrow(() -> new Refusal(Reason.VERSION_GONE));
        Member member = members.find(id).orElseThrow(() -> new Refusal(Reason.NOT_CONNECTED));
        Optional<String> otherFormat = offers.otherFormat(original, number);
        DocumentName name = DocumentName.ofVersion(locked.name(), number, otherFormat, member.locale());
        offers.settle(original, number);
        return add(member, deal, name, version);
    }

    private DocumentId add(Member member, DealId deal, DocumentName name, Version version) {
        DocumentId id = DocumentId.random();
        MemberId by = member.id();
        rows.insert(id, by.company(), Subject.of(deal), name.value(), by.user());
        documents.add(
                documents.lock(id).orElseThrow(),
                NewVersion.imported(version.content(), Optional.of(by.user()), member.name()),
                Documents.Effect.HEAD,
                Optional.of(Urgency.NOW));
        audit.record(AuditEntry.Draft.on(
                by.company(),
                id,
                name.value(),
                AuditEntry.Action.CREATED,
                Optional.of(by.user()),
                "version " + version.number() + " of " + version.document()));
        return id;
    }
}
