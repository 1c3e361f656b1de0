package io.dealdocs.documents;

import io.dealdocs.installation.CompanyForgotten;
import io.dealdocs.installation.Forgetting;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases the documents of a company that is forgotten, each in a transaction of its own: contents know no company. */
@Component
class ForgottenCompanies {

    private static final int SOME = 100;

    private final JdbcForgettable forgettable;
    private final Documents documents;
    private final Erasure erasure;
    private final Forgetting forgetting;
    private final TransactionTemplate transaction;

    ForgottenCompanies(
            JdbcForgettable forgettable,
            Documents documents,
            Erasure erasure,
            Forgetting forgetting,
            TransactionTemplate transaction) {
        this.forgettable = forgettable;
        this.documents = documents;
        this.erasure = erasure;
        this.forgetting = forgetting;
        this.transaction = transaction;
    }

    @EventListener
    void on(CompanyForgotten forgotten) {
        CompanyId company = forgotten.company();
        List<DocumentId> some = forgettable.of(company, SOME);
        while (!some.isEmpty()) {
            if (!some.stream().allMatch(id -> erase(company, id))) {
                return;
            }
            some = forgettable.of(company, SOME);
        }
    }

    /** False when somebody of the company has come back. */
    private boolean erase(CompanyId company, DocumentId id) {
        return transaction.execute(status -> {
            boolean there = documents.lock(id).isPresent();
            if (!forgetting.isDue(company)) {
                return false;
            }
            if (there) {
                erasure.document(id);
            }
            return true;
        });
    }
}
