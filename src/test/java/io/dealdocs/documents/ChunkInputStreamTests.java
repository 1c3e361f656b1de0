package io.dealdocs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reads a content without ever holding more than a piece of it. */
class ChunkInputStreamTests {

    @Test
    void aReaderHoldsOnePieceAtATime() {
        int[] asked = new int[1];
        ChunkInputStream stream = new ChunkInputStream(
                number -> {
                    asked[0] = Math.max(asked[0], number);
                    return number < 100 ? new byte[] {(byte) number} : new byte[0];
                },
                0,
                0);
        IntStream.range(0, 50).forEach(expected -> assertThat(stream.read()).isEqualTo(expected));
        assertThat(asked[0]).isEqualTo(49);
    }
}
