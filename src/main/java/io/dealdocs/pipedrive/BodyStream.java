package io.dealdocs.pipedrive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * A body read while it arrives: at most a few pieces wait, so the sender goes as fast as the reader. A body that is cut,
 * late or not of the announced length ends in {@code Unavailable}, never in a silent end.
 */
final class BodyStream extends InputStream {

    private static final int WAITING_PIECES = 16;

    private final BlockingQueue<Signal> arrived = new LinkedBlockingQueue<>();
    private final Arrival arrival = new Arrival();
    private final long announced;
    private final Duration longestWait;
    private final long deadline;
    private volatile boolean closed;
    private @Nullable DataBuffer piece;
    private long received;
    private int taken;
    private boolean ended;
    private PipedriveException.@Nullable Unavailable failure;

    /** What the connection tells its reader. */
    private sealed interface Signal {}

    private record Piece(DataBuffer buffer) implements Signal {}

    private record Failed(Throwable cause) implements Signal {}

    private record End() implements Signal {}

    /**
     * Starts to receive.
     *
     * @param announced the length in bytes, or -1 if unknown
     * @param longestWait for the next piece
     * @param whole for all of it
     */
    BodyStream(Flux<DataBuffer> body, long announced, Duration longestWait, Duration whole) {
        this.announced = announced;
        this.longestWait = longestWait;
        this.deadline = System.nanoTime() + whole.toNanos();
        body.subscribe(arrival);
    }

    @Override
    public int read() throws IOException {
        DataBuffer from = current();
        return from == null ? -1 : from.read() & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        DataBuffer from = current();
        if (from == null) {
            return -1;
        }
        int count = Math.min(length, from.readableByteCount());
        from.read(target, offset, count);
        return count;
    }

    /** The reader may have swallowed what happened to the body: this says it again. */
    void throwIfFailed() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        closed = true;
        arrival.cancel();
        release();
        drain();
    }

    private @Nullable DataBuffer current() throws IOException {
        throwIfFailed();
        while (!ended && (piece == null || piece.readableByteCount() == 0)) {
            release();
            next();
        }
        return piece;
    }

    private void next() throws IOException {
        switch (await()) {
            case Piece(DataBuffer buffer) -> take(buffer);
            case Failed(Throwable cause) -> throw failed(HttpCall.unavailable(cause));
            case End() -> end();
        }
    }

    private void take(DataBuffer buffer) {
        piece = buffer;
        received += buffer.readableByteCount();
        taken++;
        if (taken == WAITING_PIECES / 2) {
            taken = 0;
            arrival.request(WAITING_PIECES / 2);
        }
    }

    private void end() {
        ended = true;
        if (announced >= 0 && received != announced) {
            throw failed(new PipedriveException.Unavailable(
                    "the content has " + received + " bytes instead of the announced " + announced, null));
        }
    }

    private Signal await() throws IOException {
        long limit = Math.min(longestWait.toNanos(), deadline - System.nanoTime());
        try {
            Signal signal = limit <= 0 ? null : arrived.poll(limit, TimeUnit.NANOSECONDS);
            return signal == null ? new Failed(new TimeoutException()) : signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for content");
        }
    }

    private PipedriveException.Unavailable failed(PipedriveException.Unavailable reason) {
        failure = reason;
        return reason;
    }

    private void release() {
        DataBufferUtils.release(piece);
        piece = null;
    }

    private void drain() {
        while (arrived.poll() instanceof Piece(DataBuffer buffer)) {
            DataBufferUtils.release(buffer);
        }
    }

    /** The side of the connection; it runs on the network's threads. */
    private final class Arrival extends BaseSubscriber<DataBuffer> {

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(WAITING_PIECES);
        }

        @Override
        protected void hookOnNext(DataBuffer buffer) {
            arrived.add(new Piece(buffer));
            if (closed) {
                drain();
            }
        }

        @Override
        protected void hookOnComplete() {
            arrived.add(new End());
        }

        @Override
        protected void hookOnError(Throwable cause) {
            arrived.add(new Failed(cause));
        }
    }
}
