package io.dealdocs.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears the news of all nodes on a connection of its own, since listening needs one for good, and tells them inside this
 * node. After the database was away it begins again and tells that something may have been missed.
 */
@Component
class NewsListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NewsListener.class);
    // A connection that died without a word is found out by asking something now and then.
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final String ANSWER_SECONDS = "10";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    // The longest that a node may take to stop listening.
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private final JdbcConnectionDetails database;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection current;

    NewsListener(JdbcConnectionDetails database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        Thread listening = Thread.ofVirtual().name("news").unstarted(this::listenForGood);
        thread = listening;
        listening.start();
    }

    @Override
    public void stop() {
        Thread listening = thread;
        thread = null;
        close(current);
        if (listening != null) {
            listening.interrupt();
            try {
                boolean _ = listening.join(LEAVING);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private boolean wanted() {
        return Thread.currentThread() == thread;
    }

    private void listenForGood() {
        Duration pause = FIRST_PAUSE;
        while (wanted()) {
            boolean listened = listen();
            pause = listened ? FIRST_PAUSE : shorter(pause.multipliedBy(2));
            rest(pause);
        }
    }

    /** Listens until the connection ends; whether there was one. */
    private boolean listen() {
        boolean listened = false;
        try (Connection connection = connect()) {
            current = connection;
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen " + NewsWire.CHANNEL);
                listened = true;
                tell(new NewsWire.Heard(NewsWire.RESYNC, ""));
                hear(connection.unwrap(PGConnection.class), statement);
            }
        } catch (SQLException away) {
            if (wanted()) {
                log.warn("News of other nodes are not heard until the database answers: {}", away.getMessage());
            }
        } finally {
            current = null;
        }
        return listened;
    }

    private Connection connect() throws SQLException {
        Properties how = new Properties();
        put(how, "user", database.getUsername());
        put(how, "password", database.getPassword());
        how.setProperty("ApplicationName", "dealdocs news");
        how.setProperty("tcpKeepAlive", "true");
        how.setProperty("connectTimeout", ANSWER_SECONDS);
        how.setProperty("loginTimeout", ANSWER_SECONDS);
        how.setProperty("socketTimeout", ANSWER_SECONDS);
        return DriverManager.getConnection(database.getJdbcUrl(), how);
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    private void hear(PGConnection connection, Statement statement) throws SQLException {
        while (wanted()) {
            PGNotification[] heard = connection.getNotifications((int) QUIET.toMillis());
            if (heard == null || heard.length == 0) {
                statement.execute("select 1");
                continue;
            }
            for (PGNotification one : heard) {
                NewsWire.Heard.read(one.getParameter()).ifPresent(this::tell);
            }
        }
    }

    // One who cannot take the news must not make the node deaf.
    private void tell(NewsWire.Heard news) {
        try {
            events.publishEvent(news);
        } catch (RuntimeException deaf) {
            log.warn("Not everybody took the news about {}", news.topic(), deaf);
        }
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    // All nodes lost the database together and must not come back together.
    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() + 1)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException closedAlready) {
                log.debug("The connection for news was closed already", closedAlready);
            }
        }
    }
}
