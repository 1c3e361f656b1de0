package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealChanged;
import io.dealdocs.documents.DealNews;
import io.dealdocs.installation.NewsWire;
import io.dealdocs.installation.NewsWire.Heard;
import io.dealdocs.shared.Subject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;

/** News reach every listener when what they tell about is committed: once, and never otherwise. */
class NewsWireTests extends DealRoom {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired
    private NewsWire wire;

    @Autowired
    private DealNews dealNews;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ConfigurableApplicationContext node;

    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<Object>> listener =
            ApplicationListener.forPayload(told::add);
    private final String topic = "test-" + UUID.randomUUID();

    @BeforeEach
    void listen() {
        node.addApplicationListener(listener);
        wire.send(topic, "ready");
        await().atMost(PATIENCE).until(() -> heard().contains("ready"));
        told.clear();
    }

    @AfterEach
    void leave() {
        node.removeApplicationListener(listener);
    }

    private List<String> heard() {
        return told.stream()
                .filter(Heard.class::isInstance)
                .map(Heard.class::cast)
                .filter(news -> news.topic().equals(topic))
                .map(Heard::text)
                .toList();
    }

    /** News come in order: when this one is there, whatever was sent before it has come or never will. */
    private void end() {
        wire.send(topic, "end");
        await().atMost(SOON).until(() -> heard().contains("end"));
    }

    @Test
    void whatIsRolledBackIsNeverHeard() {
        transaction.executeWithoutResult(status -> {
            wire.send(topic, "never");
            status.setRollbackOnly();
        });
        end();

        assertThat(heard()).containsExactly("end");
    }

    @Test
    void whatIsSentManyTimesInATransactionIsHeardOnceAfterIt() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 10; i++) {
                wire.send(topic, "again");
            }
            wire.send(topic, "and more");
            assertThat(heard()).isEmpty();
        });
        end();

        assertThat(heard()).containsExactly("again", "and more", "end");
    }

    @Test
    void whatTwoTransactionsSayIsHeardTwice() {
        transaction.executeWithoutResult(status -> wire.send(topic, "same"));
        transaction.executeWithoutResult(status -> wire.send(topic, "same"));
        end();

        assertThat(heard()).containsExactly("same", "same", "end");
    }

    @Test
    void everyCharacterArrives() {
        wire.send(topic, "line one\nline two – ‘quoted’ ✓");
        end();

        assertThat(heard()).containsExactly("line one\nline two – ‘quoted’ ✓", "end");
    }

    @Test
    void newsAreShort() {
        assertThatThrownBy(() -> wire.send(topic, "é".repeat(2001))).isInstanceOf(IllegalArgumentException.class);
        wire.send(topic, "é".repeat(2000));
        end();

        assertThat(heard()).hasSize(2);
    }

    @Test
    void aListenerThatFailsDoesNotMakeTheNodeDeaf() {
        ApplicationListener<PayloadApplicationEvent<Heard>> deaf = ApplicationListener.forPayload(news -> {
            throw new IllegalStateException("told to fail");
        });
        node.addApplicationListener(deaf);
        wire.send(topic, "lost on the deaf one");
        node.removeApplicationListener(deaf);
        end();

        assertThat(heard()).endsWith("end");
    }

    @Test
    void aNodeThatLostItsConnectionListensAgainAndSaysThatItMayHaveMissedSomething() {
        jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dealdocs news'")
                .query(Boolean.class)
                .list();
        await().atMost(PATIENCE).until(() -> told.contains(new DealNews.Missed()));

        dealNews.changed(ADA.company(), Subject.of(DEAL));

        await().atMost(SOON).until(() -> told.contains(new DealChanged(ADA.company(), Subject.of(DEAL))));
    }
}
