package io.dealdocs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.logging.LoggingSystem;

/** The command {@code ./dealdocs faults}: exit code 1 when anything was lost or doubled, or a fault failed. */
final class FaultsMain {

    private FaultsMain() {}

    /**
     * Runs it.
     *
     * @param arguments {@code --seed S} repeats the order of an earlier run; {@code --points} lists the named points;
     *     {@code --only TEXT} keeps to the faults whose name or point contains the text
     */
    public static void main(String[] arguments) throws IOException {
        // PostgreSQL's own words would drown ours.
        LoggingSystem.get(FaultsMain.class.getClassLoader()).beforeInitialize();
        long seed = System.currentTimeMillis() % 1_000_000;
        String only = "";
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--only" -> only = arguments[++i];
                case "--points" -> {
                    NamedPoints.ALL.forEach(
                            point -> System.out.println("| `" + point.name() + "` | " + point.gap() + " |"));
                    return;
                }
                default -> {
                    System.err.println("faults knows --seed, --only and --points, not " + arguments[i]);
                    System.exit(2);
                }
            }
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/faults")), "run");
        Totals totals = FaultRun.whole(folder, seed, only, System.out);
        List<String> owed = only.isEmpty() ? totals.owed() : List.of();
        owed.forEach(System.out::println);
        System.out.println(totals.failed() + " failed, in " + Report.seconds(totals.length())
                + (totals.tookTooLong() ? ", longer than it should take" : ""));
        System.out.println(totals);
        System.exit(totals.good() && owed.isEmpty() ? 0 : 1);
    }
}
