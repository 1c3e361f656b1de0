package io.dealdocs.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Contents go to the database a few at a time, in order, and wait rather than fail. */
class ContentTurnsTests {

    @Test
    void whoAsksAgainComesAfterWhoHasWaited() throws InterruptedException {
        ContentTurns turns = new ContentTurns(1);
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        turns.take(() -> {
            Thread.ofVirtual().start(() -> {
                turns.take(() -> order.add("the other"));
                done.countDown();
            });
            await().until(() -> turns.waiting() == 1);
            return order.add("first");
        });
        turns.take(() -> order.add("first again"));
        done.await();
        assertThat(order).containsExactly("first", "the other", "first again");
    }

    @ParameterizedTest
    @CsvSource({"0.2,20,4", "0.5,20,10", "0.2,3,1", "0.01,20,1"})
    void aShareOfThePoolIsAtLeastOneConnection(double share, int pool, int turns) {
        assertThat(ContentTurns.count(share, pool)).isEqualTo(turns);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 0.51, 1, Double.NaN})
    void halfOfThePoolIsEverybodyElses(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentTurns.count(share, 20));
    }

    @Test
    void aBusyPoolIsAskedAgain() {
        AtomicInteger tries = new AtomicInteger();
        String result = new ContentTurns(1).take(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new CannotGetJdbcConnectionException("busy", new SQLTransientConnectionException("timeout"));
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(tries).hasValue(3);
    }

    @Test
    void anyOtherTroubleIsToldAtOnceAndTheTurnGivenBack() {
        ContentTurns turns = new ContentTurns(1);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> turns.take(() -> {
                        throw new CannotGetJdbcConnectionException("closed", new SQLException("closed"));
                    }))
                    .isInstanceOf(CannotGetJdbcConnectionException.class);
        }
    }
}
