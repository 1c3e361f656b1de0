package io.dealdocs.onlyoffice;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The HTTP client of the port: no redirects, small slices, no cookies. */
final class DocsHttpClient {

    private static final int SLICE = 16 * 1024;
    private static final int FIRST_SLICE = 4 * 1024;
    private static final int SMALLEST_SLICE = 512;
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
    private static final int CONNECTIONS_TO_A_SERVER = 200;

    // A Docs server without a proxy closes an idle connection after five seconds; ours must go first.
    private static final Duration IDLE = Duration.ofSeconds(4);

    private DocsHttpClient() {}

    static ConnectionProvider connections() {
        return ConnectionProvider.builder("docs")
                .maxConnections(CONNECTIONS_TO_A_SERVER)
                .maxIdleTime(IDLE)
                .build();
    }

    static WebClient create(
            WebClient.Builder builder,
            ConnectionProvider connections,
            OnlyofficeProperties properties,
            OutsideNames names) {
        var http = HttpClient.create(connections)
                .resolvedAddressesSelector(names)
                .followRedirect(false)
                .compress(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        properties.connectTimeout().toMillis())
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(SMALLEST_SLICE, FIRST_SLICE, SLICE));
        return builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }
}
