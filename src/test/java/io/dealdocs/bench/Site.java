package io.dealdocs.bench;

import io.dealdocs.Consent;
import io.dealdocs.Surroundings;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A running DealDocs with all that it needs; results lie on a plain file server where its Docs server would be. */
final class Site implements AutoCloseable {

    static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);

    /** Everybody's at Acme, and empty at first. */
    static final DealId DEAL = new DealId(5);

    private final Surroundings world = new Surroundings();
    private final ResultServer results = ResultServer.start();
    private final Map<String, String> settings = new LinkedHashMap<>(world.settings());
    private final AppServer app;
    private final Desk desk;

    private Site(Map<String, String> changes, List<String> options) {
        settings.put("DEALDOCS_DOCS_URL", results.origin());
        settings.putAll(changes);
        world.pipedrive().faults().burst(100_000);
        app = AppServer.start(world.app(), settings, options);
        Consent.give(
                world.app().toString(),
                world.pipedrive(),
                ADA.company().value(),
                ADA.user().value());
        desk = Desk.open(settings);
    }

    /**
     * Starts one.
     *
     * @param changes of the application's environment
     * @param options of its Java virtual machine
     */
    static Site start(Map<String, String> changes, List<String> options) {
        return new Site(changes, options);
    }

    Surroundings world() {
        return world;
    }

    ResultServer results() {
        return results;
    }

    AppServer app() {
        return app;
    }

    Desk desk() {
        return desk;
    }

    Saves saves() {
        return new Saves(results, world.docs().secret());
    }

    /** A document whose content is imported already. */
    DocumentId document(String name, Content content) {
        return desk.prepare(ADA, DEAL, file(name, content));
    }

    /** Adds a file to the deal as Ada does in Pipedrive's own pages, and answers its id. */
    long file(String name, Content content) {
        return world.pipedrive()
                .addFile(ADA.company().value(), DEAL.value(), ADA.user().value(), name, content.open())
                .id();
    }

    @Override
    public void close() {
        app.close();
        // The folder of the database stays; what fills it need not.
        desk.jdbc().sql("truncate content cascade").update();
        desk.close();
        results.close();
        world.close();
    }
}
