package io.dealdocs.sandbox.pipedrive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/** The last requests, oldest first. */
final class RequestLog {
    private static final int CAPACITY = 20_000;
    private static final Set<String> SECRETS =
            Set.of("code", "state", "token", "access_token", "api_token", "X-Amz-Signature", "client_secret");

    private final Deque<RecordedRequest> entries = new ArrayDeque<>();

    synchronized void add(RecordedRequest entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    synchronized List<RecordedRequest> entries() {
        return List.copyOf(entries);
    }

    synchronized void clear() {
        entries.clear();
    }

    static String redacted(Form query) {
        return query.values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + (SECRETS.contains(entry.getKey()) ? "*" : entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    ArrayNode json() {
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (RecordedRequest entry : entries()) {
            var node = all.addObject()
                    .put("kind", entry.kind().name())
                    .put("method", entry.method())
                    .put("path", entry.path())
                    .put("query", entry.query())
                    .put("status", entry.status())
                    .put("cost", entry.cost())
                    .put("time", entry.time().toString())
                    .put("millis", entry.duration().toMillis());
            entry.companyId().ifPresent(id -> node.put("companyId", id));
            entry.userId().ifPresent(id -> node.put("userId", id));
        }
        return all;
    }
}
