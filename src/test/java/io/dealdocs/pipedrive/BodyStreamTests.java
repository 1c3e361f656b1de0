package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** A body that is read while it arrives. */
class BodyStreamTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static Flux<DataBuffer> pieces(int count) {
        return Flux.range(0, count)
                .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[] {i.byteValue(), (byte) 0xFF}));
    }

    private static BodyStream stream(Flux<DataBuffer> body, long announced) {
        return new BodyStream(body, announced, LONG, LONG);
    }

    @Test
    void readsByteByByteAndInBulk() throws IOException {
        try (BodyStream body = stream(pieces(1000), 2000)) {
            assertThat(body.read()).isZero();
            assertThat(body.read()).isEqualTo(255);
            assertThat(body.read(new byte[3], 0, 0)).isZero();
            assertThat(body.readAllBytes()).hasSize(1998);
            assertThat(body.read()).isEqualTo(-1);
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @Test
    void asksForNoMoreThanAFewPiecesAheadOfItsReader() throws IOException {
        AtomicLong asked = new AtomicLong();
        try (BodyStream body = stream(pieces(1000).doOnRequest(asked::addAndGet), -1)) {
            assertThat(asked).hasValueLessThanOrEqualTo(16);
            body.readNBytes(200);
            assertThat(asked).hasValueBetween(100L, 116L);
        }
    }

    @Test
    void refusesABodyThatIsLongerThanAnnounced() throws IOException {
        try (BodyStream body = stream(pieces(3), 5)) {
            assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(body::readAllBytes);
            assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(body::read);
        }
    }

    @Test
    void stopsTheSenderWhenItIsClosedEarly() throws IOException {
        AtomicBoolean stopped = new AtomicBoolean();
        try (BodyStream body = stream(pieces(1000).doOnCancel(() -> stopped.set(true)), -1)) {
            body.read();
        }
        assertThat(stopped).isTrue();
    }

    @Test
    void endsAtItsDeadlineThoughPiecesKeepComing() {
        try (BodyStream body = new BodyStream(pieces(1000), -1, LONG, Duration.ZERO)) {
            assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(body::read);
        }
    }

    @Test
    void canBeInterrupted() {
        try (BodyStream body = stream(Flux.never(), -1)) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(body::read);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
