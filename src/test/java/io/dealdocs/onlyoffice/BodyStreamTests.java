package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;

class BodyStreamTests {

    private static final NettyDataBufferFactory FACTORY = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);

    private final List<Long> asked = new ArrayList<>();
    private final AtomicReference<@Nullable Subscriber<? super DataBuffer>> reader = new AtomicReference<>();

    @Test
    void asksForOneMoreSliceOnlyWhenOneIsRead() throws Exception {
        try (var stream = stream()) {
            assertThat(asked).containsExactly(4L);
            var slice = send(1, 2);
            send(-1);
            assertThat(stream.readNBytes(2)).containsExactly(1, 2);
            assertThat(stream.read()).isEqualTo(255);
            assertThat(asked).containsExactly(4L, 1L);
            assertThat(slice.refCnt()).isZero();
        }
    }

    @Test
    void endsWhereTheBodyEnds() throws Exception {
        try (var stream = stream()) {
            var slice = send(1);
            reader().onComplete();
            assertThat(stream.readAllBytes()).containsExactly(1);
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(slice.refCnt()).isZero();
        }
    }

    @Test
    void tellsThatTheConnectionBroke() throws Exception {
        try (var stream = stream()) {
            send(1);
            reader().onError(new IOException("reset"));
            assertThat(stream.read()).isEqualTo(1);
            assertThatExceptionOfType(DocumentServerException.Unreachable.class).isThrownBy(stream::read);
        }
    }

    @Test
    void leavesNothingBehindWhenItIsClosed() {
        var stream = stream();
        var waiting = send(1);
        stream.close();
        var late = send(2);
        assertThat(waiting.refCnt()).isZero();
        assertThat(late.refCnt()).isZero();
    }

    @Test
    void keepsTheInterruptionOfItsReader() {
        try (var stream = stream()) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(IOException.class).isThrownBy(stream::read);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private BodyStream stream() {
        // A sender that goes on a little after it was told to stop, as a network does.
        var body = Flux.<DataBuffer>from(subscriber -> {
            reader.set(subscriber);
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {
                    asked.add(n);
                }

                @Override
                public void cancel() {}
            });
        });
        return new BodyStream(body, Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    private Subscriber<? super DataBuffer> reader() {
        return java.util.Objects.requireNonNull(reader.get());
    }

    private ByteBuf send(int... bytes) {
        var slice = Unpooled.buffer(bytes.length);
        for (var one : bytes) {
            slice.writeByte(one);
        }
        reader().onNext(FACTORY.wrap(slice));
        return slice;
    }
}
