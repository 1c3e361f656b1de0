package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.List;

/** One paragraph with what was done to it, in order. */
final class Block {

    private final String id;
    private final String role;
    private final String base;
    private final boolean added;
    private final List<Change> steps;

    private Block(String id, String role, String base, boolean added, List<Change> steps) {
        this.id = id;
        this.role = role;
        this.base = base;
        this.added = added;
        this.steps = steps;
    }

    static Block existing(String id, String role, String text) {
        return new Block(id, role, text, false, new ArrayList<>());
    }

    static Block added(Change change) {
        return new Block(change.block(), "body", "", true, new ArrayList<>(List.of(change)));
    }

    Block copy() {
        return new Block(id, role, base, added, new ArrayList<>(steps));
    }

    void apply(Change change) {
        if (!steps.isEmpty() && sameHand(steps.getLast(), change)) {
            steps.set(steps.size() - 1, change);
        } else {
            steps.add(change);
        }
    }

    private static boolean sameHand(Change last, Change next) {
        return last.tracked() == next.tracked() && last.author().equals(next.author());
    }

    String id() {
        return id;
    }

    boolean added() {
        return added;
    }

    boolean changed() {
        return !steps.isEmpty();
    }

    List<Change> steps() {
        return steps;
    }

    String text() {
        return steps.isEmpty() ? base : steps.getLast().text();
    }

    Line line(int group) {
        boolean suggestion = !steps.isEmpty() && steps.getLast().tracked();
        return new Line(
                id, group, role, text(), suggestion ? steps.getLast().author().name() : "");
    }
}
