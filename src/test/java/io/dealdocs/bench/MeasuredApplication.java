package io.dealdocs.bench;

import io.dealdocs.Application;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The application, with a thread that looks at its memory fifty times a second and writes down what it sees. */
final class MeasuredApplication {

    private static final long PAUSE_MILLIS = 20;

    private MeasuredApplication() {}

    /** Starts it; the first argument names the file for the figures. */
    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        Thread.ofPlatform().daemon().name("memory-watch").start(() -> watch(file));
        Application.main(new String[0]);
    }

    private static void watch(Path file) {
        MemoryUse use = MemoryUse.NONE;
        try {
            while (true) {
                use = use.next(heap(), direct());
                use.write(file);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException over) {
            System.err.println("The memory is no longer watched: " + over);
        }
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    // Netty's own buffers come from the JDK's pool or around it, as the platform allows: the larger count has both.
    private static long direct() {
        long pooled = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return Math.max(pooled, PlatformDependent.usedDirectMemory());
    }
}
