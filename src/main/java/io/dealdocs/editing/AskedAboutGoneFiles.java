package io.dealdocs.editing;

import io.dealdocs.documents.CarrierGone;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealGate;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.MissingFiles;
import io.dealdocs.editing.EditingNews.Kind;
import io.dealdocs.installation.NewsWire;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the editors on every node, and does what they answer. */
@Service
class AskedAboutGoneFiles implements GoneFiles {

    private final Documents documents;
    private final DealDocuments deals;
    private final DealGate gate;
    private final MissingFiles missing;
    private final JdbcSessionWatch watch;
    private final NewsWire news;
    private final TransactionTemplate transaction;

    AskedAboutGoneFiles(
            Documents documents,
            DealDocuments deals,
            DealGate gate,
            MissingFiles missing,
            JdbcSessionWatch watch,
            NewsWire news,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.deals = deals;
        this.gate = gate;
        this.missing = missing;
        this.watch = watch;
        this.news = news;
        this.transaction = transaction;
    }

    @EventListener
    void on(CarrierGone gone) {
        if (watch.openNow(gone.document())) {
            EditingNews question =
                    new EditingNews(gone.document(), Kind.FILE_GONE, gone.file().toString());
            news.send(EditingNews.TOPIC, question.text());
        }
    }

    @Override
    public void keep(MemberId member, DocumentId id, FileId file) {
        gate.enter(member, own(member, id).subject().deal());
        transaction.executeWithoutResult(
                status -> documents.lock(id).ifPresent(locked -> missing.putBack(locked, file)));
    }

    @Override
    public void delete(MemberId member, DocumentId id, FileId file) {
        Document document = own(member, id);
        gate.enter(member, document.subject().deal());
        transaction.executeWithoutResult(
                status -> documents.lock(id).ifPresent(locked -> missing.forget(locked, file)));
        deals.delete(member, document.subject().deal(), DealFile.Ref.of(id), true);
    }

    private Document own(MemberId member, DocumentId id) {
        return documents
                .find(id)
                .filter(document -> document.company().equals(member.company()))
                .filter(document -> !document.deleted())
                .orElseThrow(() -> new Refusal(Reason.DOCUMENT_UNKNOWN));
    }
}
