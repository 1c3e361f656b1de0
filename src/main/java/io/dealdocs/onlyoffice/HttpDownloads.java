package io.dealdocs.onlyoffice;

import io.dealdocs.shared.ContentSink;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams results from a Docs server. */
final class HttpDownloads {

    private final WebClient client;
    private final OnlyofficeProperties properties;

    HttpDownloads(WebClient client, OnlyofficeProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    <T> T download(URI address, long limit, ContentSink<T> sink) throws IOException {
        var answer = answer(address);
        try (var body = new BodyStream(
                Objects.requireNonNullElse(answer.getBody(), Flux.empty()),
                properties.downloadIdleTimeout(),
                properties.downloadTimeout())) {
            return new WholeContent(body, answer.getHeaders().getContentLength(), limit).handTo(sink);
        }
    }

    private ResponseEntity<Flux<DataBuffer>> answer(URI address) {
        var answer = client.get()
                .uri(address)
                .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                .retrieve()
                .onStatus(status -> !HttpStatus.OK.equals(status), HttpDownloads::refusal)
                .toEntityFlux(DataBuffer.class)
                .timeout(properties.downloadAnswerTimeout())
                .onErrorMap(HttpFailures::of)
                .block();
        return Objects.requireNonNull(answer);
    }

    private static Mono<Throwable> refusal(ClientResponse response) {
        return Mono.just(refused(response.statusCode()));
    }

    // A redirect would lead away from the one origin that was checked.
    private static DocumentServerException refused(HttpStatusCode status) {
        return HttpFailures.passing(status) || status.is3xxRedirection()
                ? HttpFailures.unreachable(status)
                : new DocumentServerException.Failed("the Docs server answers " + status.value());
    }
}
