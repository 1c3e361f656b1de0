package io.dealdocs.installation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries short news to every node that shares our database, over PostgreSQL's {@code NOTIFY}. What is sent inside a
 * transaction is heard when it has been committed, and never otherwise.
 */
@Component
public class NewsWire {

    /**
     * The topic of news that every node tells itself when it listens again after it was deaf: whatever was to be heard
     * meanwhile is lost, so whoever shows something looks again.
     */
    public static final String RESYNC = "resync";

    static final String CHANNEL = "dealdocs";
    // PostgreSQL takes 8000 bytes in all.
    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;

    NewsWire(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * News as every node hears them, the sender's own included. Told on the thread that listens: whoever takes longer
     * than a moment goes on elsewhere.
     *
     * @param topic who is meant to understand it
     * @param text at most 4000 bytes, nothing secret
     */
    public record Heard(String topic, String text) {

        /** Reads what came over the wire; nothing where a node of another version said something else. */
        static Optional<Heard> read(String payload) {
            int end = payload.indexOf('\n');
            return end < 1
                    ? Optional.empty()
                    : Optional.of(new Heard(payload.substring(0, end), payload.substring(end + 1)));
        }

        String payload() {
            return topic + "\n" + text;
        }
    }

    /**
     * Sends news to all nodes. The same news are sent once in a transaction, however often this is called.
     *
     * @throws IllegalArgumentException for a text of more than 4000 bytes, or a topic that is empty or has several lines
     */
    public void send(String topic, String text) {
        if (topic.isEmpty() || topic.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a topic is one word");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("news are short");
        }
        if (firstInTransaction(new Sent(topic, text))) {
            notifyNodes(new Heard(topic, text));
        }
    }

    private static boolean firstInTransaction(Sent sent) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return true;
        }
        if (TransactionSynchronizationManager.getSynchronizations().contains(sent)) {
            return false;
        }
        TransactionSynchronizationManager.registerSynchronization(sent);
        return true;
    }

    private void notifyNodes(Heard news) {
        jdbc.sql("select pg_notify(:channel, :payload)")
                .param("channel", CHANNEL)
                .param("payload", news.payload())
                .query((row, number) -> news)
                .single();
    }

    /** Remembers with a transaction what it has sent already: each further copy would cost a round trip. */
    private record Sent(String topic, String text) implements TransactionSynchronization {}
}
