package io.dealdocs.pipedrive;

import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;

/** Everything that speaks HTTP to Pipedrive, on one set of connections. */
final class RestPipedrive implements AutoCloseable {

    private final HttpConnections connections;
    private final PipedriveFiles files;
    private final PipedriveUsers users;
    private final PipedriveDeals deals;
    private final PipedriveOAuth oauth;

    RestPipedrive(PipedriveProperties properties, Tries tries, Clock clock) {
        this(properties, tries, clock, restored -> {});
    }

    RestPipedrive(PipedriveProperties properties, Tries tries, Clock clock, Consumer<URI> budgetRestored) {
        connections = new HttpConnections(properties.connectTimeout());
        ErrorTranslator errors = new ErrorTranslator(clock);
        PipedriveApi api =
                new PipedriveApi(connections, properties, tries, errors, new Pace(System::nanoTime, budgetRestored));
        files = new RestPipedriveFiles(
                api,
                new FileDownload(connections, api, properties, tries),
                new FileUpload(connections, api, properties));
        users = new RestPipedriveUsers(api);
        deals = new RestPipedriveDeals(api);
        oauth = new RestPipedriveOAuth(connections, properties, errors, clock);
    }

    PipedriveFiles files() {
        return files;
    }

    PipedriveUsers users() {
        return users;
    }

    PipedriveDeals deals() {
        return deals;
    }

    PipedriveOAuth oauth() {
        return oauth;
    }

    @Override
    public void close() {
        connections.close();
    }
}
