package io.dealdocs.faults;

import java.util.List;
import java.util.stream.Stream;

/** Every place between two effects, flow by flow. */
final class NamedPoints {

    private NamedPoints() {}

    static final List<Point> ALL = Stream.of(
                    DocumentPoints.ALL, EditingPoints.ALL, PublishingPoints.ALL, MemberPoints.ALL)
            .flatMap(List::stream)
            .toList();

    static Point named(String name) {
        return ALL.stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Point> of(String flow) {
        return ALL.stream().filter(point -> point.flow().equals(flow)).toList();
    }
}
