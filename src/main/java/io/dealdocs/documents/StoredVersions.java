package io.dealdocs.documents;

import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.ContentSource;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The versions in our store; a version that is used again shares its content with the new one. */
@Service
class StoredVersions implements DocumentVersions {

    private final DealGate gate;
    private final PlacedDocuments placed;
    private final JdbcVersions versions;
    private final JdbcOffers offers;
    private final ContentStore store;
    private final RestoredVersion restored;
    private final EditingGuard guard;
    private final SavedCopy copies;
    private final TransactionTemplate transaction;

    StoredVersions(
            DealGate gate,
            PlacedDocuments placed,
            JdbcVersions versions,
            JdbcOffers offers,
            ContentStore store,
            RestoredVersion restored,
            EditingGuard guard,
            SavedCopy copies,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.placed = placed;
        this.versions = versions;
        this.offers = offers;
        this.store = store;
        this.restored = restored;
        this.guard = guard;
        this.copies = copies;
        this.transaction = transaction;
    }

    @Override
    public List<VersionLine> list(MemberId member, DealId deal, DocumentId document) {
        return offers.lines(entered(member, deal, document).id());
    }

    @Override
    public <T> T read(MemberId member, DealId deal, DocumentId document, int number, ContentSink<T> sink)
            throws IOException {
        Version version = version(entered(member, deal, document).id(), number);
        ContentSource source = store.source(version.content());
        try (InputStream bytes = source.open()) {
            return sink.accept(bytes, source.size());
        }
    }

    @Override
    public int makeCurrent(MemberId member, DealId deal, DocumentId document, int number, boolean confirmed) {
        Document current = placed(gate.visit(member, deal), document);
        version(document, number);
        if (current.head().orElse(0) == number) {
            return number;
        }
        guard.end(document, LiveEditing.Ending.REPLACED, member, confirmed);
        return transaction.execute(status -> restored.take(member, document, number, confirmed));
    }

    @Override
    public DocumentId saveAsFile(MemberId member, DealId deal, DocumentId document, int number) {
        entered(member, deal, document);
        return transaction.execute(status -> copies.make(member, deal, document, number));
    }

    private Document entered(MemberId member, DealId deal, DocumentId document) {
        Visit visit = gate.visit(member, deal);
        return placed.deleted(member, deal, document).orElseGet(() -> placed(visit, document));
    }

    // What is in our store needs nothing of Pipedrive, should it be silent.
    private Document placed(Visit visit, DocumentId document) {
        return placed.during(visit, document).document();
    }

    private Version version(DocumentId document, int number) {
        return versions.find(document, number).orElseThrow(() -> new Refusal(Reason.VERSION_GONE));
    }
}
