package io.dealdocs.attack;

import io.dealdocs.Application;
import io.dealdocs.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application with its surroundings, attacks it, and counts what succeeded; exit 1 where anything did. */
public final class AttackMain {

    private AttackMain() {}

    /** Makes all attempts, or those whose class of fault or name contains one of the arguments. */
    public static void main(String... arguments) {
        List<Verdict> verdicts = attacked(List.of(arguments));
        tell(verdicts);
        long succeeded = verdicts.stream().filter(it -> !it.refused()).count();
        System.out.println("attempts " + verdicts.size() + ", succeeded " + succeeded);
        System.exit(succeeded > 0 || verdicts.isEmpty() ? 1 : 0);
    }

    private static boolean wanted(Attempt attempt, List<String> only) {
        String name = attempt.toString().toLowerCase(Locale.ROOT);
        return only.isEmpty() || only.stream().anyMatch(it -> name.contains(it.toLowerCase(Locale.ROOT)));
    }

    private static List<Verdict> attacked(List<String> only) {
        List<Verdict> verdicts = new ArrayList<>();
        LogWatch log = LogWatch.start();
        try (Surroundings surroundings = new Surroundings();
                ConfigurableApplicationContext application = application(surroundings);
                Scene scene = new Scene(
                        surroundings.app().toString(),
                        surroundings.pipedrive(),
                        surroundings.docs(),
                        application,
                        log)) {
            for (Attempt attempt : Campaign.attempts()) {
                if (wanted(attempt, only)) {
                    verdicts.add(told(attempt.in(scene)));
                }
            }
        }
        return verdicts;
    }

    // At once, since whatever succeeds is worth stopping for.
    private static Verdict told(Verdict verdict) {
        if (!verdict.refused()) {
            System.out.println(verdict);
        }
        return verdict;
    }

    private static ConfigurableApplicationContext application(Surroundings surroundings) {
        List<String> settings = new ArrayList<>();
        surroundings.settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--spring.datasource.url=" + surroundings.databaseUrl());
        settings.add("--spring.datasource.username=postgres");
        settings.add("--spring.datasource.password=postgres");
        settings.add("--db-scheduler.polling-interval=200ms");
        settings.add("--dealdocs.pipedrive.retry.pause=100ms");
        return SpringApplication.run(Application.class, settings.toArray(String[]::new));
    }

    private static void tell(List<Verdict> verdicts) {
        Map<Fault, Integer> counts = new TreeMap<>();
        verdicts.forEach(verdict -> counts.merge(verdict.attempt().fault(), 1, Integer::sum));
        counts.forEach(
                (fault, count) -> System.out.printf(Locale.ROOT, "%4d  %-32s %s%n", count, fault, fault.sentence()));
    }
}
