package io.dealdocs.sandbox.pipedrive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Which part of a list of files is wanted, and in which order. */
record ListQuery(int start, int limit, Comparator<FileRecord> order) {
    private static final int MAX = 100;

    static ListQuery of(Form query, SandboxFaults faults) {
        int start = number(query, "start", 0);
        int limit = number(query, "limit", MAX);
        if (limit < 1 || (limit > MAX && faults.is(Switch.REFUSES_LARGE_LIST_LIMIT))) {
            throw new Refusal(Answers.application(400, "limit must be between 1 and 100"));
        }
        return new ListQuery(start, Math.min(limit, MAX), order(query, faults));
    }

    List<FileRecord> sorted(List<FileRecord> files) {
        return files.stream().sorted(order).toList();
    }

    List<FileRecord> page(List<FileRecord> all) {
        return all.stream().skip(start).limit(limit).toList();
    }

    void pagination(ObjectNode node, int total) {
        boolean more = start + limit < total;
        node.put("start", start).put("limit", limit).put("more_items_in_collection", more);
        if (more) {
            node.put("next_start", start + limit);
        }
    }

    private static int number(Form query, String name, int otherwise) {
        Optional<String> text = query.get(name);
        if (text.isPresent() && !text.get().matches("[0-9]{1,9}")) {
            throw new Refusal(Answers.application(400, name + " must be a number"));
        }
        return text.map(Integer::parseInt).orElse(otherwise);
    }

    private static Comparator<FileRecord> order(Form query, SandboxFaults faults) {
        Comparator<FileRecord> byId = Comparator.comparingLong(FileRecord::id);
        List<Comparator<FileRecord>> keys = new ArrayList<>();
        for (String key : query.get("sort").map(text -> text.split(",", -1)).orElse(new String[0])) {
            key(key.strip(), faults).ifPresent(keys::add);
        }
        return keys.stream().reduce(Comparator::thenComparing).orElse(byId).thenComparing(byId);
    }

    private static Optional<Comparator<FileRecord>> key(String text, SandboxFaults faults) {
        String field = text.replaceFirst("(?i)\\s+(asc|desc)$", "");
        Comparator<FileRecord> ascending = switch (field) {
            case "id" -> Comparator.comparingLong(FileRecord::id);
            case "update_time" -> Comparator.comparing(FileRecord::updateTime);
            default -> {
                if (!faults.is(Switch.IGNORES_UNKNOWN_SORT)) {
                    throw new Refusal(Answers.application(400, "sort: only id and update_time are supported"));
                }
                yield null;
            }
        };
        boolean descending = text.toLowerCase(Locale.ROOT).endsWith(" desc");
        return Optional.ofNullable(ascending).map(order -> descending ? order.reversed() : order);
    }
}
