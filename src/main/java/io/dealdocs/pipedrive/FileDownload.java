package io.dealdocs.pipedrive;

import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.FileId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

/** Streams a file in: asks Pipedrive with the token, the storage it names without (pipedrive contract, section 3.4). */
final class FileDownload {

    private static final int MOST_HOPS = 3;
    private static final int LARGEST_REFUSAL = 64 * 1024;

    private final HttpConnections connections;
    private final PipedriveApi api;
    private final Duration answerTimeout;
    private final Duration transferTimeout;
    private final Tries tries;

    FileDownload(HttpConnections connections, PipedriveApi api, PipedriveProperties properties, Tries tries) {
        this.connections = connections;
        this.api = api;
        this.answerTimeout = properties.answerTimeout();
        this.transferTimeout = properties.transferTimeout();
        this.tries = tries;
    }

    <T> T into(ContentSink<T> sink, PipedriveAccess access, FileId file) throws IOException {
        ResponseEntity<Flux<DataBuffer>> response = tries.of(() -> ask(access, file));
        for (int hop = 0; Redirect.is(response.getStatusCode().value()) && hop < MOST_HOPS; hop++) {
            Answer redirect = whole(response);
            URI storage = Redirect.target(redirect.headers(), access.apiDomain());
            response = tries.of(() -> fetch(storage));
        }
        if (response.getStatusCode().value() != 200) {
            throw storageRefuses(response);
        }
        return pour(response, sink);
    }

    private ResponseEntity<Flux<DataBuffer>> ask(PipedriveAccess access, FileId file) {
        URI address = api.address(access, "/api/v1/files/" + file + "/download");
        HttpCall call = HttpCall.get(address, PipedriveApi.bearer(access), answerTimeout);
        ResponseEntity<Flux<DataBuffer>> response =
                api.paced(access, () -> call.open(connections.pooled()), FileDownload::head);
        int status = response.getStatusCode().value();
        if (status != 200 && !Redirect.is(status)) {
            throw api.refused(whole(response), access);
        }
        return response;
    }

    private static Answer head(ResponseEntity<Flux<DataBuffer>> response) {
        return new Answer(response.getStatusCode().value(), response.getHeaders(), new byte[0]);
    }

    private ResponseEntity<Flux<DataBuffer>> fetch(URI storage) {
        ResponseEntity<Flux<DataBuffer>> response = HttpCall.get(
                        HttpConnections.unnamed(), headers -> {}, answerTimeout)
                .open(connections.only(storage));
        if (response.getStatusCode().is5xxServerError()) {
            throw storageRefuses(response);
        }
        return response;
    }

    /** The storage knows signatures, not members: its 403 or 404 says nothing about anybody's rights. */
    private PipedriveException.Unavailable storageRefuses(ResponseEntity<Flux<DataBuffer>> response) {
        return new PipedriveException.Unavailable(
                "the file storage answered " + whole(response).status(), null);
    }

    private <T> T pour(ResponseEntity<Flux<DataBuffer>> response, ContentSink<T> sink) throws IOException {
        long size = response.getHeaders().getContentLength();
        try (BodyStream body = new BodyStream(bodyOf(response), size, answerTimeout, transferTimeout)) {
            return guarded(body, sink, size);
        }
    }

    private static <T> T guarded(BodyStream body, ContentSink<T> sink, long size) throws IOException {
        try {
            T made = sink.accept(body, size);
            body.throwIfFailed();
            return made;
        } catch (IOException | RuntimeException e) {
            body.throwIfFailed();
            throw e;
        }
    }

    /** Takes a small body to its end, so that its connection can serve again. */
    private Answer whole(ResponseEntity<Flux<DataBuffer>> response) {
        byte[] bytes = DataBufferUtils.join(bodyOf(response), LARGEST_REFUSAL)
                .map(FileDownload::bytes)
                .timeout(answerTimeout)
                .onErrorComplete()
                .blockOptional()
                .orElse(new byte[0]);
        return new Answer(response.getStatusCode().value(), response.getHeaders(), bytes);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Flux<DataBuffer> bodyOf(ResponseEntity<Flux<DataBuffer>> response) {
        Flux<DataBuffer> body = response.getBody();
        return body == null ? Flux.empty() : body;
    }
}
