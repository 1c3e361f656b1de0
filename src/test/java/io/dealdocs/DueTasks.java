package io.dealdocs;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recurring tasks that tests do not want to wait an hour for. */
final class DueTasks {

    private DueTasks() {}

    /** Runs a recurring task now, and returns when a whole run is over. */
    static void run(JdbcClient jdbc, String task) {
        Instant asked = databaseTime(jdbc);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (jdbc.sql("select picked from scheduled_tasks where task_name = ?")
                            .param(task)
                            .query(Boolean.class)
                            .optional()
                            .orElse(true)) {
                        return false;
                    }
                    return jdbc.sql("update scheduled_tasks set execution_time = now(), last_success = null"
                                            + " where task_name = ? and not picked")
                                    .param(task)
                                    .update()
                            > 0;
                });
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql("select coalesce(last_success >= ? and not picked, false) from scheduled_tasks"
                                + " where task_name = ?")
                        .params(java.sql.Timestamp.from(asked.minusSeconds(1)), task)
                        .query(Boolean.class)
                        .single());
    }

    private static Instant databaseTime(JdbcClient jdbc) {
        return jdbc.sql("select now()").query(java.sql.Timestamp.class).single().toInstant();
    }
}
