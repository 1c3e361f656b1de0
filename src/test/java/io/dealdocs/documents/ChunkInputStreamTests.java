package io.dealdocs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reads a content without ever holding more than a piece of it. */
class ChunkInputStreamTests {

    private static final int CHUNK = JdbcContentStore.CHUNK_BYTES;
    private static final int CHUNKS = 100;

    @Test
    void aReaderHoldsOnePieceAtATime() throws Exception {
        int[] asked = new int[1];
        StoredContent content = new StoredContent(ContentId.random(), (long) CHUNKS * CHUNK, "");
        ChunkInputStream stream = new ChunkInputStream(
                content,
                number -> {
                    asked[0] = Math.max(asked[0], number);
                    byte[] chunk = new byte[CHUNK];
                    Arrays.fill(chunk, (byte) number);
                    return chunk;
                },
                0);
        byte[] piece = new byte[CHUNK];
        for (int expected = 0; expected < CHUNKS / 2; expected++) {
            assertThat(stream.readNBytes(piece, 0, CHUNK)).isEqualTo(CHUNK);
            assertThat(piece[CHUNK - 1]).isEqualTo((byte) expected);
        }
        assertThat(asked[0]).isEqualTo(CHUNKS / 2 - 1);
    }
}
