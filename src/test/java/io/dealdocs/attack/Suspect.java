package io.dealdocs.attack;

/** Who attacks, which decides what they must not learn and whose token may be used for them. */
enum Suspect {
    /** Somebody outside, or a person of the other company: nothing of Acme is for them. */
    STRANGER(Suspect.NOBODY),
    /** The same, while Ada herself is at work. */
    STRANGER_BESIDE_ADA(Suspect.ADA),
    /** Ben of Acme, whom Pipedrive does not show Ada's private deal. */
    COLLEAGUE(Suspect.BEN),
    /** Ada herself, who may see all of it but must not be given secrets. */
    VICTIM(Suspect.ADA);

    private static final long NOBODY = 0;
    private static final long ADA = 1001;
    private static final long BEN = 1002;

    private final long member;

    Suspect(long member) {
        this.member = member;
    }

    /** Whether a request at Pipedrive with the token of this person of Acme is what their attempt may lead to. */
    boolean mayAskAs(long user) {
        return member != NOBODY && member == user;
    }
}
