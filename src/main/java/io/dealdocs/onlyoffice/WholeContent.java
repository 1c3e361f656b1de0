package io.dealdocs.onlyoffice;

import io.dealdocs.shared.ContentSink;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts what a reader gets: never more than the limit, and an end only when everything has come. */
final class WholeContent extends InputStream {

    private final InputStream body;
    private final long size;
    private final long limit;
    private long count;
    private @Nullable DocumentServerException failure;

    /**
     * Wraps a body.
     *
     * @param size as announced, or -1
     */
    WholeContent(InputStream body, long size, long limit) {
        if (size > limit) {
            throw new DocumentServerException.TooLarge(limit);
        }
        this.body = body;
        this.size = size;
        this.limit = limit;
    }

    /** Hands the content to the sink; what broke on our side is told, even where the sink hides it. */
    <T> T handTo(ContentSink<T> sink) throws IOException {
        try {
            var taken = sink.accept(this, size);
            if (failure == null && read() >= 0) {
                throw new IllegalStateException("the sink has not read the content to its end");
            }
            if (failure == null) {
                return taken;
            }
        } catch (IOException | RuntimeException e) {
            if (failure == null) {
                throw e;
            }
        }
        throw failure;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            var read = body.read(target, offset, length);
            count += Math.max(read, 0);
            check(read < 0);
            return read;
        } catch (DocumentServerException e) {
            failure = e;
            throw e;
        }
    }

    private void check(boolean ended) {
        if (count > limit) {
            throw new DocumentServerException.TooLarge(limit);
        }
        if (ended && size >= 0 && count != size) {
            throw new DocumentServerException.Unreachable(
                    "the file broke off after " + count + " of " + size + " bytes", null);
        }
    }
}
