package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that nobody holds whole, in either direction. */
@Timeout(120)
class LargeFileTests {

    private static final long SIZE = 64L * 1024 * 1024;

    private final StubPipedrive stub = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);

    @AfterEach
    void stop() {
        port.close();
        stub.close();
    }

    @Test
    void streamsIn() throws IOException {
        stub.on("GET /api/v1/files/5/download", (exchange, body) -> {
            exchange.sendResponseHeaders(200, SIZE);
            GeneratedContent.of(SIZE).open().transferTo(exchange.getResponseBody());
        });

        long right = port.files().download(Port.access(stub), new FileId(5), (content, size) -> rightBytes(content));

        assertThat(right).isEqualTo(SIZE);
    }

    @Test
    void streamsOutInSmallSlices() {
        AtomicLong arrived = new AtomicLong();
        stub.onStream("POST /api/v1/files", (exchange, body) -> {
            InputStream form = exchange.getRequestBody();
            skipHead(form);
            arrived.set(rightBytes(form));
            StubPipedrive.json(200, Port.data(Port.file(9, "big.bin", ""))).to(exchange, body);
        });
        GeneratedContent content = GeneratedContent.of(SIZE);

        port.files().upload(Port.access(stub), new NewPipedriveFile(new DealId(7), "big.bin", "a/b", content));

        assertThat(arrived).hasValueGreaterThanOrEqualTo(SIZE);
        assertThat(content.largestRead()).hasValueLessThanOrEqualTo(16 * 1024);
    }

    /** Reads until two part heads have gone by. */
    private static void skipHead(InputStream form) throws IOException {
        int heads = 0;
        int last = 0;
        while (heads < 2) {
            last = (last << 8) | form.read();
            heads += last == 0x0D0A0D0A ? 1 : 0;
        }
    }

    /** How many bytes are the generated ones, up to the first that is not. */
    private static long rightBytes(InputStream content) throws IOException {
        byte[] slice = new byte[8192];
        long position = 0;
        boolean right = true;
        for (int count = content.read(slice); count >= 0; count = content.read(slice)) {
            for (int i = 0; i < count && right; i++) {
                right = slice[i] == GeneratedContent.at(position);
                position += right ? 1 : 0;
            }
        }
        return position;
    }
}
