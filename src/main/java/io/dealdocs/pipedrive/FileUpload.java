package io.dealdocs.pipedrive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/** Streams a new file out, once: what happened to a request that got no answer is for the caller to find out. */
final class FileUpload {

    /** Larger pieces exhaust the direct memory where the receiver is slow. */
    private static final int SLICE = 16 * 1024;

    private final HttpConnections connections;
    private final PipedriveApi api;
    private final Duration limit;

    FileUpload(HttpConnections connections, PipedriveApi api, PipedriveProperties properties) {
        this.connections = connections;
        this.api = api;
        this.limit = properties.transferTimeout();
    }

    PipedriveFile send(PipedriveAccess access, NewPipedriveFile file) {
        MultipartForm form = new MultipartForm(file);
        AtomicBoolean sent = new AtomicBoolean();
        try {
            HttpCall call = call(access, form, sent);
            Answer answer = api.paced(access, () -> call.send(connections.single()), it -> it);
            return recorded(api.success(api.checked(answer, access), access));
        } catch (PipedriveException.Unavailable e) {
            throwSourceFailure(form);
            if (sent.get()) {
                throw new PipedriveException.AnswerLost("the file was sent: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private HttpCall call(PipedriveAccess access, MultipartForm form, AtomicBoolean sent) {
        Flux<DataBuffer> body = Flux.defer(() -> {
            sent.set(true);
            return DataBufferUtils.outputStreamPublisher(
                    out -> write(form, out),
                    DefaultDataBufferFactory.sharedInstance,
                    Thread::startVirtualThread,
                    SLICE);
        });
        return new HttpCall(
                HttpMethod.POST,
                api.address(access, "/api/v1/files"),
                PipedriveApi.bearer(access).andThen(headers -> {
                    headers.set(HttpHeaders.CONTENT_TYPE, form.contentType());
                    headers.setContentLength(form.length());
                }),
                BodyInserters.fromDataBuffers(body),
                limit);
    }

    private static void write(MultipartForm form, OutputStream out) {
        try {
            form.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PipedriveFile recorded(LenientJson answer) {
        return new FilePayload(answer.at("data"))
                .file()
                .orElseThrow(() -> new PipedriveException.Unavailable("the answer names no file", null));
    }

    /** Our own content could not be read: that is no failure of Pipedrive, which drops the torn request. */
    private static void throwSourceFailure(MultipartForm form) {
        switch (form.sourceFailure()) {
            case IOException e -> throw new UncheckedIOException(e);
            case RuntimeException e -> throw e;
            case null, default -> {}
        }
    }
}
