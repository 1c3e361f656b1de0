package io.dealdocs.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a process uses, in bytes.
 *
 * @param heap used now, garbage included
 * @param direct used now outside the heap: by buffers of the JDK and by those of Netty
 * @param peakHeap the most of it at any look
 * @param peakDirect the most of it at any look
 */
record MemoryUse(long heap, long direct, long peakHeap, long peakDirect) {

    static final MemoryUse NONE = new MemoryUse(0, 0, 0, 0);

    MemoryUse next(long heapNow, long directNow) {
        return new MemoryUse(heapNow, directNow, Math.max(peakHeap, heapNow), Math.max(peakDirect, directNow));
    }

    void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, heap + " " + direct + " " + peakHeap + " " + peakDirect);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static MemoryUse read(Path file) {
        try {
            String[] numbers = Files.readString(file).strip().split(" ", -1);
            return new MemoryUse(
                    Long.parseLong(numbers[0]),
                    Long.parseLong(numbers[1]),
                    Long.parseLong(numbers[2]),
                    Long.parseLong(numbers[3]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
