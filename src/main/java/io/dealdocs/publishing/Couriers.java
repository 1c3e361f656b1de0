package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Version;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.installation.PipedriveCall;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.UserId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Finds in whose name a version goes to Pipedrive: its author's, else another member's who may see the deal. */
@Component
class Couriers {

    private final Members members;

    Couriers(Members members) {
        this.members = members;
    }

    /**
     * Tries one member after the other until one can do it.
     *
     * @throws PipedriveException what the last one was told
     */
    void carry(Document document, Version version, Consumer<MemberId> work) {
        RuntimeException last = new PipedriveException.ReconnectRequired("nobody of the company is connected");
        for (MemberId member : candidates(document, version)) {
            try {
                work.accept(member);
                return;
            } catch (PipedriveException.NotFound
                    | PipedriveException.Forbidden
                    | PipedriveException.ReconnectRequired unfit) {
                last = unfit;
            }
        }
        throw last;
    }

    /** Asks in a member's name; a member without a living consent is one who is unfit. */
    <T> T ask(MemberId member, PipedriveCall<T> call) {
        try {
            return members.ask(member, call);
        } catch (Refusal notConnected) {
            throw new PipedriveException.ReconnectRequired(notConnected.reason().name());
        }
    }

    private Set<MemberId> candidates(Document document, Version version) {
        Set<MemberId> candidates = new LinkedHashSet<>();
        UserId first = version.author().orElse(document.createdBy());
        candidates.add(new MemberId(document.company(), first));
        candidates.add(new MemberId(document.company(), document.createdBy()));
        members.connectedOf(document.company()).stream().map(Member::id).forEach(candidates::add);
        return candidates;
    }
}
