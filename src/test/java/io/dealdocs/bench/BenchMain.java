package io.dealdocs.bench;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.logging.LoggingSystem;

/** Runs one bench by its name; ends with 1 when a figure is over its budget. */
public final class BenchMain {

    private static final Map<String, Supplier<Bench>> BENCHES = new TreeMap<>(Map.of(
            "save", SaveBench::new,
            "memory", MemoryBench::new,
            "config", ConfigBench::new,
            "quota", QuotaBench::new));

    private BenchMain() {}

    /** Runs the bench that the first argument names. */
    public static void main(String[] args) {
        Supplier<Bench> bench = args.length == 1 ? BENCHES.get(args[0]) : null;
        if (bench == null) {
            System.err.println("Name one of " + BENCHES.keySet());
            System.exit(2);
            return;
        }
        // Silent: standard output is for the figures.
        LoggingSystem.get(BenchMain.class.getClassLoader()).beforeInitialize();
        System.exit(run(bench.get()));
    }

    private static int run(Bench bench) {
        Report report = new Report(System.out);
        report.told("load", load(), "processes");
        try {
            bench.run(report);
        } catch (Exception broken) {
            broken.printStackTrace();
            return 1;
        }
        report.told("load.after", load(), "processes");
        return report.over() ? 1 : 0;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
