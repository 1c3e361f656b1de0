package io.dealdocs.documents;

import io.dealdocs.documents.Documents.Effect;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a version of the past the document again, and so ends the document key. */
@Component
class RestoredVersion {

    private final Documents documents;
    private final JdbcVersions versions;
    private final JdbcOffers offers;
    private final Members members;
    private final EditingGuard guard;
    private final AuditTrail audit;

    RestoredVersion(
            Documents documents,
            JdbcVersions versions,
            JdbcOffers offers,
            Members members,
            EditingGuard guard,
            AuditTrail audit) {
        this.documents = documents;
        this.versions = versions;
        this.offers = offers;
        this.members = members;
        this.guard = guard;
        this.audit = audit;
    }

    /** The number of the new version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int take(MemberId member, DocumentId document, int number, boolean confirmed) {
        Document locked = documents.lock(document).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (locked.deleted()) {
            throw new Refusal(Reason.DOCUMENT_DELETED);
        }
        guard.requireQuiet(document, confirmed);
        Version version = versions.find(document, number).orElseThrow(() -> new Refusal(Reason.VERSION_GONE));
        // A document must never carry a name that its content contradicts.
        offers.otherFormat(document, number).ifPresent(extension -> {
            throw new Refusal(Reason.FORMAT_UNSUPPORTED, extension);
        });
        int restored =
                documents.add(locked, restored(version, member), Effect.HEAD_AND_REVISION, Optional.of(Urgency.NOW));
        offers.settle(document, number);
        audit.record(AuditEntry.Draft.on(
                locked.company(),
                document,
                locked.name(),
                AuditEntry.Action.RESTORED,
                Optional.of(member.user()),
                "version " + number + " as version " + restored));
        return restored;
    }

    private NewVersion restored(Version version, MemberId member) {
        String name = members.find(member).map(Member::name).orElse("");
        return new NewVersion(
                Origin.RESTORED,
                version.content(),
                Optional.of(member.user()),
                name,
                Optional.empty(),
                Optional.empty());
    }
}
