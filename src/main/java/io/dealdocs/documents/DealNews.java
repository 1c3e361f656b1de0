package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells panels that a deal's list is different, once the change is committed. */
@Component
public class DealNews {

    private final ApplicationEventPublisher events;

    DealNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** A deal's list is different, or will be when the running transaction commits. */
    public void changed(CompanyId company, Subject subject) {
        DealChanged news = new DealChanged(company, subject);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            events.publishEvent(news);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(news);
            }
        });
    }
}
