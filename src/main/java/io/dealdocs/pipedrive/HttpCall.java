package io.dealdocs.pipedrive;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One HTTP request, waited for on the calling thread and never longer than its limit. */
record HttpCall(
        HttpMethod method,
        URI address,
        Consumer<HttpHeaders> headers,
        BodyInserter<?, ? super ClientHttpRequest> body,
        Duration limit) {

    static HttpCall get(URI address, Consumer<HttpHeaders> headers, Duration limit) {
        return new HttpCall(HttpMethod.GET, address, headers, BodyInserters.empty(), limit);
    }

    /** Sends it and reads the whole answer; whatever prevents that is {@code Unavailable}. */
    Answer send(WebClient client) {
        return await(request(client).exchangeToMono(HttpCall::whole));
    }

    /** Sends it and answers as soon as the head is there; the body waits for its reader, who must take or drop it. */
    ResponseEntity<Flux<DataBuffer>> open(WebClient client) {
        return await(request(client)
                .retrieve()
                .onStatus(status -> true, response -> Mono.empty())
                .toEntityFlux(BodyExtractors.toDataBuffers()));
    }

    private WebClient.RequestHeadersSpec<?> request(WebClient client) {
        return client.method(method).uri(address).headers(headers).body(body);
    }

    private static Mono<Answer> whole(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> new Answer(
                        response.statusCode().value(), response.headers().asHttpHeaders(), body));
    }

    private <T> T await(Mono<T> answer) {
        T value;
        try {
            value = answer.timeout(limit).block();
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
        if (value == null) {
            throw new PipedriveException.Unavailable("no answer", null);
        }
        return value;
    }

    /** Names the kind of failure only: the exceptions of the HTTP client carry addresses with them. */
    static PipedriveException.Unavailable unavailable(Throwable failure) {
        Throwable cause = Exceptions.unwrap(failure);
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        String kind = cause instanceof TimeoutException
                ? "no answer in time"
                : "no answer: " + cause.getClass().getSimpleName();
        return new PipedriveException.Unavailable(kind, null);
    }

    @Override
    public String toString() {
        return "HttpCall[" + method + "]";
    }
}
