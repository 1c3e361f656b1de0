package io.dealdocs.pipedrive;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Our own connections to Pipedrive: nothing follows a redirect and nothing is sent twice behind our back. */
final class HttpConnections implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 200;
    private static final int LARGEST_JSON = 8 * 1024 * 1024;
    /** Shorter than what servers and balancers usually keep, so that a request seldom meets a closing connection. */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private static final URI UNNAMED = URI.create("https://storage.invalid/");

    private final ConnectionProvider pool;
    private final ClientHttpConnector pooled;
    private final ClientHttpConnector single;

    HttpConnections(Duration connectTimeout) {
        pool = ConnectionProvider.builder("pipedrive")
                .maxConnections(MOST_CONNECTIONS)
                .maxIdleTime(IDLE)
                .pendingAcquireTimeout(connectTimeout.multipliedBy(2))
                .build();
        pooled = connector(pool, connectTimeout);
        single = connector(ConnectionProvider.newConnection(), connectTimeout);
    }

    private static ClientHttpConnector connector(ConnectionProvider connections, Duration connectTimeout) {
        return new ReactorClientHttpConnector(HttpClient.create(connections)
                .followRedirect(false)
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis())));
    }

    /** Connections that are kept for the next request. */
    WebClient pooled() {
        return client(pooled);
    }

    /** A new connection for each request: when it cannot be made, nothing was sent for certain. */
    WebClient single() {
        return client(single);
    }

    /**
     * A client for one signed address, whatever address it is told to call: so the address stays out of every log line
     * and every stack trace that the client writes.
     */
    WebClient only(URI signed) {
        return client((method, unnamed, request) -> pooled.connect(method, signed, request));
    }

    /** What to call on a client that knows its only address. */
    static URI unnamed() {
        return UNNAMED;
    }

    private static WebClient client(ClientHttpConnector connector) {
        return WebClient.builder()
                .clientConnector(connector)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_JSON))
                .build();
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
