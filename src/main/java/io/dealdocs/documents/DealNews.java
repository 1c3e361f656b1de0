package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells panels that a deal's list is different, once the change is committed. */
@Component
public class DealNews {

    private static final Logger log = LoggerFactory.getLogger(DealNews.class);

    private final ApplicationEventPublisher events;

    DealNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** A deal's list is different, or will be when the running transaction commits. */
    public void changed(CompanyId company, Subject subject) {
        DealChanged news = new DealChanged(company, subject);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(news);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(news);
            }
        });
    }

    // A page that cannot be told must not make a change look as if it had failed: it is committed.
    private void tell(DealChanged news) {
        try {
            events.publishEvent(news);
        } catch (RuntimeException deaf) {
            log.warn("Not everybody was told that {} has changed", news.subject(), deaf);
        }
    }
}
