package io.dealdocs.bench;

import static io.dealdocs.bench.Site.ADA;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Many documents that are saved in the same moment. */
final class ManySaves {

    private final Site site;
    private final long size;
    private final List<JsonNode> sessions = new ArrayList<>();

    ManySaves(Site site, int count, long size) {
        this.site = site;
        this.size = size;
        for (int i = 0; i < count; i++) {
            sessions.add(site.desk().launch(ADA, site.document("Save " + i + ".docx", new Content(i, 1000))));
        }
    }

    /** Saves all of them and answers how many were acknowledged. */
    int run() {
        try (ExecutorService docs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> saves = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i++) {
                JsonNode session = sessions.get(i);
                Content content = new Content(1000 + i, size);
                saves.add(docs.submit(() -> site.saves().take(session, content)));
            }
            return (int) saves.stream().filter(ManySaves::acknowledged).count();
        }
    }

    private static boolean acknowledged(Future<Long> save) {
        try {
            save.get();
            return true;
        } catch (ExecutionException refused) {
            System.err.println("A save was not taken: " + refused.getCause());
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
