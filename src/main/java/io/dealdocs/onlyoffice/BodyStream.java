package io.dealdocs.onlyoffice;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;

/**
 * A body as a stream for the reader's own thread. It asks for a few slices at a time, and its idle time runs only while
 * the reader waits: a reader that is slow itself is no fault of the sender.
 */
final class BodyStream extends InputStream {

    private static final int SLICES_AHEAD = 4;

    private final BlockingQueue<Signal<DataBuffer>> arrived = new LinkedBlockingQueue<>();
    private final Receiver receiver = new Receiver();
    private final long idleNanos;
    private final long deadline;
    private volatile boolean closed;
    private @Nullable DataBuffer current;
    private boolean ended;

    BodyStream(Flux<DataBuffer> body, Duration idle, Duration whole) {
        this.idleNanos = idle.toNanos();
        this.deadline = System.nanoTime() + whole.toNanos();
        body.subscribe(receiver);
    }

    @Override
    public int read() throws InterruptedIOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws InterruptedIOException {
        if (length == 0) {
            return 0;
        }
        var buffer = filled();
        if (buffer == null) {
            return -1;
        }
        var count = Math.min(length, buffer.readableByteCount());
        buffer.read(target, offset, count);
        return count;
    }

    private @Nullable DataBuffer filled() throws InterruptedIOException {
        while (!ended && (current == null || current.readableByteCount() == 0)) {
            if (current != null) {
                DataBufferUtils.release(current);
                current = null;
                receiver.request(1);
            }
            take(await());
        }
        return current;
    }

    private void take(Signal<DataBuffer> signal) {
        if (signal.getThrowable() != null) {
            throw HttpFailures.of(signal.getThrowable());
        }
        current = signal.get();
        ended = current == null;
    }

    private Signal<DataBuffer> await() throws InterruptedIOException {
        try {
            var patience = Math.min(idleNanos, deadline - System.nanoTime());
            var signal = arrived.poll(patience, TimeUnit.NANOSECONDS);
            if (signal == null) {
                throw new DocumentServerException.Unreachable("the Docs server takes too long to send the file", null);
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Gives up what has not been read; the connection is closed with it. */
    @Override
    public void close() {
        closed = true;
        receiver.cancel();
        if (current != null) {
            DataBufferUtils.release(current);
            current = null;
        }
        ended = true;
        discard();
    }

    private void discard() {
        for (var signal = arrived.poll(); signal != null; signal = arrived.poll()) {
            DataBufferUtils.release(signal.get());
        }
    }

    /** Puts what arrives where the reader finds it. */
    private final class Receiver extends BaseSubscriber<DataBuffer> {

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(SLICES_AHEAD);
        }

        @Override
        protected void hookOnNext(DataBuffer slice) {
            put(Signal.next(slice));
        }

        @Override
        protected void hookOnError(Throwable failure) {
            put(Signal.error(failure));
        }

        @Override
        protected void hookOnComplete() {
            put(Signal.complete());
        }

        // A slice that comes while the reader gives up must not be left behind: memory outside the heap is not swept.
        private void put(Signal<DataBuffer> signal) {
            arrived.add(signal);
            if (closed) {
                discard();
            }
        }
    }
}
