package io.dealdocs.bench;

import static io.dealdocs.bench.Site.ADA;

import io.dealdocs.shared.DocumentId;
import java.util.List;
import java.util.Map;

/**
 * A save of 10 MB from callback to acknowledgement, against reading and writing the same bytes and nothing else; both
 * turn by turn in one run.
 */
final class SaveBench implements Bench {

    private static final int SIZE = 10 << 20;
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 31;
    private static final double MOST = 1.5;
    private static final double MILLIS = 1000;

    @Override
    public void run(Report report) throws Exception {
        try (Site site = Site.start(Map.of("DEALDOCS_QUIET_PERIOD", "2h"), List.of());
                PlainCopy copy = new PlainCopy(site.world().databaseUrl())) {
            DocumentId document = site.document("Saved.docx", new Content(0, 20_000));
            Times saves = new Times();
            Times copies = new Times();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                boolean warm = round >= WARM_UP;
                long save = save(site, document, round);
                long plain = copy.run(site.results().address(new Content(-round, SIZE)));
                if (warm) {
                    saves.add(save);
                    copies.add(plain);
                }
            }
            tell(report, saves, copies);
        }
    }

    private static long save(Site site, DocumentId document, int round) {
        return site.saves().take(site.desk().launch(ADA, document), new Content(round + 1, SIZE));
    }

    private static void tell(Report report, Times saves, Times copies) {
        report.told("save.copy.median", copies.median(), "ms");
        report.told("save.copy.p95", copies.percentile(95), "ms");
        report.told("save.median", saves.median(), "ms");
        report.told("save.p95", saves.percentile(95), "ms");
        report.told("save.speed", SIZE / (double) (1 << 20) * MILLIS / saves.median(), "MB/s");
        report.within("save.ratio", saves.median() / copies.median(), "times", MOST);
    }
}
