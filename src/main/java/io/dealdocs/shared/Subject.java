package io.dealdocs.shared;

/** Where files hang in Pipedrive: a deal today; the kind leaves room for people and organisations. */
public record Subject(Kind kind, long id) {

    /** The kinds of things in Pipedrive that carry documents. */
    public enum Kind {
        DEAL
    }

    public static Subject of(DealId deal) {
        return new Subject(Kind.DEAL, deal.value());
    }

    /** The deal this subject is. */
    public DealId deal() {
        return new DealId(id);
    }
}
