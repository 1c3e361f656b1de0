package io.dealdocs.bench;

import java.util.List;
import java.util.Map;

/**
 * A large file through every path with little more memory than the idle application needs, memory outside the heap
 * counted in; then many saves at once in a heap of 512 MB.
 */
final class MemoryBench implements Bench {

    private static final long MIB = 1 << 20;
    private static final long ROOM = 32 * MIB;
    private static final long DIRECT = 8 * MIB;
    private static final long LARGE = 100 * MIB;
    private static final long SMALL = 2 * MIB;
    private static final int SAVES = 50;
    private static final long SAVED = 20 * MIB;
    private static final long SAVES_HEAP = 512 * MIB;

    private static final Map<String, String> SETTINGS = Map.of(
            "DEALDOCS_UPLOAD_LIMIT", "200MB",
            "DEALDOCS_DOCUMENTS_IMPORT_LIMIT", "200MB",
            "DEALDOCS_QUIET_PERIOD", "1s");

    @Override
    public void run(Report report) {
        long idle = idle(report);
        largeFile(report, idle);
        manySaves(report);
    }

    /** What is alive in the heap and taken outside it after a start and a walk through every path. */
    private static long idle(Report report) {
        // Softly held things do not count as alive: they go when room is short.
        try (Site site = site("-Xmx256m", "-XX:SoftRefLRUPolicyMSPerMB=0")) {
            new LargeFile(site, SMALL, 1).paths().values().forEach(Runnable::run);
            long heap = site.app().liveHeap();
            long direct = site.app().memory().direct();
            report.told("memory.idle.heap", mib(heap), "MiB");
            report.told("memory.idle.direct", mib(direct), "MiB");
            return heap + direct;
        }
    }

    private static void largeFile(Report report, long idle) {
        long heap = (idle + ROOM - DIRECT) / MIB * MIB;
        try (Site site = site("-Xmx" + heap, "-XX:MaxDirectMemorySize=" + DIRECT, "-XX:+ExitOnOutOfMemoryError")) {
            report.told("memory.heap.limit", mib(heap), "MiB");
            report.told("memory.direct.limit", mib(DIRECT), "MiB");
            new LargeFile(site, LARGE, 2).paths().forEach((name, path) -> walk(report, site, name, path));
            MemoryUse use = site.app().memory();
            report.told("memory.heap.peak", mib(use.peakHeap()), "MiB");
            report.within("memory.direct.peak", mib(use.peakDirect()), "MiB", mib(DIRECT));
            report.within("memory.total.limit", mib(heap + DIRECT), "MiB", mib(idle + ROOM));
        }
    }

    private static void walk(Report report, Site site, String name, Runnable path) {
        long start = System.nanoTime();
        path.run();
        site.app().requireAlive();
        report.told("memory.path." + name, (System.nanoTime() - start) / 1e9, "s");
    }

    private static void manySaves(Report report) {
        try (Site site = site("-Xmx" + SAVES_HEAP, "-XX:+ExitOnOutOfMemoryError")) {
            ManySaves saves = new ManySaves(site, SAVES, SAVED);
            long start = System.nanoTime();
            int acknowledged = saves.run();
            report.within("memory.saves.lost", SAVES - acknowledged, "saves", 0);
            report.told("memory.saves.time", (System.nanoTime() - start) / 1e9, "s");
            MemoryUse use = site.app().memory();
            report.told("memory.saves.heap.peak", mib(use.peakHeap()), "MiB");
            report.told("memory.saves.direct.peak", mib(use.peakDirect()), "MiB");
        }
    }

    private static Site site(String... options) {
        Site site = Site.start(SETTINGS, List.of(options));
        site.world().pipedrive().faults().fileSizeLimit(2 * LARGE);
        return site;
    }

    private static double mib(long bytes) {
        return bytes / (double) MIB;
    }
}
