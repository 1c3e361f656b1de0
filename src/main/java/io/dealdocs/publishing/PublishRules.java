package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Publications;
import io.dealdocs.installation.Companies;
import io.dealdocs.installation.CompanyRules.Publish;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import org.springframework.stereotype.Component;

/** Whether a document may go to Pipedrive by itself: a company may have decided that a person must say so. */
@Component
class PublishRules {

    private final Companies companies;
    private final Publications publications;

    PublishRules(Companies companies, Publications publications) {
        this.companies = companies;
        this.publications = publications;
    }

    /** Whether a locked document is to go to Pipedrive, now or later. */
    boolean ready(Document locked) {
        return locked.waiting() && locked.attention().isEmpty() && lets(locked.company(), locked.id());
    }

    /** Whether a version of a document may go there without a person who says so, or a person has said so. */
    boolean lets(CompanyId company, DocumentId document) {
        return companies.rules(company).publish() == Publish.WHEN_DONE || publications.wantedNow(document);
    }
}
