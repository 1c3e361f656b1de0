package io.dealdocs.documents;

import io.dealdocs.installation.Members;
import io.dealdocs.installation.PipedriveCall;
import io.dealdocs.installation.PipedriveRefusals;
import io.dealdocs.pipedrive.PipedriveDeal;
import io.dealdocs.pipedrive.PipedriveDeals;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks Pipedrive, with the member's own token, before anything of a deal is shown or changed. */
@Component
public class DealGate {

    private final Members members;
    private final PipedriveDeals deals;
    private final Clock clock;

    DealGate(Members members, PipedriveDeals deals, Clock clock) {
        this.members = members;
        this.deals = deals;
        this.clock = clock;
    }

    /**
     * Lets a member through who may see the deal now.
     *
     * @throws Refusal for every other answer
     */
    public PipedriveDeal enter(MemberId member, DealId deal) {
        PipedriveDeal found = ask(member, Reason.DEAL_GONE, access -> deals.deal(access, deal));
        if (found.deleted()) {
            throw new Refusal(Reason.DEAL_GONE);
        }
        return found;
    }

    /** Asks Pipedrive in a member's name; what it refuses becomes a refusal. */
    <T> T ask(MemberId member, Reason missing, PipedriveCall<T> call) {
        try {
            return members.ask(member, call);
        } catch (PipedriveException trouble) {
            throw PipedriveRefusals.of(trouble, missing, clock);
        }
    }
}
