package io.dealdocs.attack;

import io.dealdocs.shared.MemberId;
import java.util.Optional;

/** Who attacks, which decides what they must not learn and whose token may be used for them. */
enum Suspect {
    /** Somebody outside, or a person of the other company: nothing of Acme is for them. */
    STRANGER(Optional.empty()),
    /** The same, while Ada herself is at work. */
    STRANGER_BESIDE_ADA(Optional.of(Scene.ADA)),
    /** Ben of Acme, whom Pipedrive does not show Ada's private deal. */
    COLLEAGUE(Optional.of(Scene.BEN)),
    /** Ada herself, who may see all of it but must not be given secrets. */
    VICTIM(Optional.of(Scene.ADA));

    private final Optional<MemberId> member;

    Suspect(Optional<MemberId> member) {
        this.member = member;
    }

    /** Whether a request at Pipedrive with the token of this person of Acme is what their attempt may lead to. */
    boolean mayAskAs(long user) {
        return member.filter(it -> it.user().value() == user).isPresent();
    }
}
