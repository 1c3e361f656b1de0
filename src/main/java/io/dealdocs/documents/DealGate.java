package io.dealdocs.documents;

import io.dealdocs.installation.Members;
import io.dealdocs.installation.PipedriveCall;
import io.dealdocs.installation.PipedriveRefusals;
import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveDeal;
import io.dealdocs.pipedrive.PipedriveDeals;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Asks Pipedrive, with the member's own token, before anything of a deal is shown or changed. While Pipedrive is silent
 * its last word holds for what needs nothing of it; whatever else it answers ends that at once.
 */
@Component
public class DealGate {

    private static final Set<Reason> SHUT = Set.of(Reason.DEAL_GONE, Reason.FORBIDDEN, Reason.ACCOUNT_CLOSED);

    private final Members members;
    private final PipedriveDeals deals;
    private final ConfirmedRights rights;
    private final Clock clock;

    DealGate(Members members, PipedriveDeals deals, ConfirmedRights rights, Clock clock) {
        this.members = members;
        this.deals = deals;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Lets a member through who may see the deal now: for what is done at Pipedrive.
     *
     * @throws Refusal for every other answer, and where there is none
     */
    public PipedriveDeal enter(MemberId member, DealId deal) {
        try {
            PipedriveDeal found = ask(member, Reason.DEAL_GONE, access -> see(member, access, deal));
            if (found.deleted()) {
                throw new Refusal(Reason.DEAL_GONE);
            }
            rights.confirm(member, deal, found.title());
            return found;
        } catch (Refusal refusal) {
            if (!Visit.isSilence(refusal)) {
                rights.end(member, deal);
            }
            throw refusal;
        }
    }

    private PipedriveDeal see(MemberId member, PipedriveAccess access, DealId deal) {
        try {
            return deals.deal(access, deal);
        } catch (PipedriveException.Unauthorized refused) {
            // A refresh may follow; should that meet silence, this was the last word.
            rights.end(member, deal);
            throw refused;
        }
    }

    /**
     * Lets a member through who may see the deal now, or was let through within the last 12 hours where Pipedrive does
     * not answer: for what needs nothing of Pipedrive, or can wait for it.
     *
     * @throws Refusal for every other answer
     */
    public Visit visit(MemberId member, DealId deal) {
        try {
            String title = rights.held(member, deal).isPresent()
                    ? Patience.of(() -> enter(member, deal)).title()
                    : enter(member, deal).title();
            return new Visit(member, deal, title, Optional.empty());
        } catch (Refusal refusal) {
            return Optional.of(refusal)
                    .filter(Visit::isSilence)
                    .flatMap(silence -> rights.held(member, deal))
                    .map(title -> new Visit(member, deal, title, Optional.of(refusal)))
                    .orElseThrow(() -> refusal);
        }
    }

    /**
     * Lets a member read on who was let in within the last 12 hours, without asking for the deal again: for what Pipedrive
     * refuses by itself to whom the deal is hidden.
     *
     * @throws Refusal as {@link #visit} does, for who was not
     */
    Visit goOn(MemberId member, DealId deal) {
        return rights.held(member, deal)
                .map(title -> new Visit(member, deal, title, Optional.empty()))
                .orElseGet(() -> visit(member, deal));
    }

    /**
     * Asks Pipedrive something more during a visit, or answers from what we know where it is silent.
     *
     * @param known gets the reason of the silence
     */
    <T> T askOrKnow(Visit visit, Supplier<T> question, Function<Refusal, T> known) {
        if (visit.silence().isPresent()) {
            return known.apply(visit.silence().get());
        }
        try {
            return question.get();
        } catch (Refusal refusal) {
            if (SHUT.contains(refusal.reason())) {
                rights.end(visit.member(), visit.deal());
            }
            if (Visit.isSilence(refusal)) {
                return known.apply(refusal);
            }
            throw refusal;
        }
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
