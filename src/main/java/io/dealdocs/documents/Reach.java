package io.dealdocs.documents;

import java.io.Serializable;

/**
 * How far back a deal's files are read. Pipedrive answers a hundred at a time, newest change first, and each hundred
 * costs a company 20 tokens of its daily budget.
 *
 * @param pages how many hundreds, at least one
 */
public record Reach(int pages) implements Serializable {

    /** The newest hundred. */
    public static final Reach NEWEST = new Reach(1);

    /** Everything, as far as one look goes: 5 000 files. */
    public static final Reach ALL = new Reach(50);

    public Reach {
        if (pages < 1) {
            throw new IllegalArgumentException("Nothing is read of " + pages + " pages");
        }
    }

    /** A hundred more. */
    public Reach further() {
        return new Reach(pages + 1);
    }
}
