package io.dealdocs.installation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries short news to every node that shares our database. What is sent inside a transaction is heard when it has been
 * committed, and never otherwise.
 */
@Component
public class NewsWire {

    private final ApplicationEventPublisher events;

    NewsWire(ApplicationEventPublisher events) {
        this.events = events;
    }

    /**
     * News as every node hears them, the sender's own included.
     *
     * @param topic who is meant to understand it
     * @param text at most 4000 bytes, nothing secret
     */
    public record Heard(String topic, String text) {}

    /** Sends news to all nodes. */
    public void send(String topic, String text) {
        Heard heard = new Heard(topic, text);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            events.publishEvent(heard);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(heard);
            }
        });
    }
}
