package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.installation.PipedriveCall;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds in whose name something is done at Pipedrive: its author's, else another member's who may see the deal. */
@Component
class Couriers {

    // Each one asked costs the company's daily budget; in a deal that nobody sees all would be asked in vain.
    private static final int MOST_ASKED = 8;

    private final Members members;
    private final PipedriveFiles files;

    Couriers(Members members, PipedriveFiles files) {
        this.members = members;
        this.files = files;
    }

    /** A file, and a member who sees it. */
    record Sighting(MemberId member, PipedriveFile file) {}

    /**
     * Tries one member after the other until one can do it.
     *
     * @param first who is to do it if possible
     * @throws PipedriveException what the first connected one was told, where nobody could
     */
    <T> T carry(Document document, UserId first, Function<MemberId, T> work) {
        PipedriveException reason = null;
        for (MemberId member : candidates(document, first)) {
            try {
                return work.apply(member);
            } catch (PipedriveException.NotFound | PipedriveException.Forbidden unfit) {
                reason = reason == null ? unfit : reason;
            } catch (PipedriveException.ReconnectRequired dead) {
                // Told only when nobody at all is connected: then any new consent is worth another try.
            }
        }
        throw reasonOr(reason);
    }

    private static PipedriveException reasonOr(@Nullable PipedriveException reason) {
        return reason == null ? new PipedriveException.ReconnectRequired("nobody of the company is connected") : reason;
    }

    /**
     * Looks for a file with the eyes of those who may see it.
     *
     * @return nothing when the file is deleted
     * @throws PipedriveException.ReconnectRequired when nobody could look at all
     */
    Optional<Sighting> look(Document document, UserId first, FileId file) {
        boolean looked = false;
        for (MemberId member : candidates(document, first)) {
            try {
                PipedriveFile seen = ask(member, access -> files.file(access, file));
                return Optional.of(new Sighting(member, seen)).filter(it -> seen.active());
            } catch (PipedriveException.NotFound | PipedriveException.Forbidden invisible) {
                looked = true;
            } catch (PipedriveException.ReconnectRequired blind) {
                // The next one may see it.
            }
        }
        if (!looked) {
            throw reasonOr(null);
        }
        return Optional.empty();
    }

    /** Asks in a member's name; a member without a living consent is one who is unfit. */
    <T> T ask(MemberId member, PipedriveCall<T> call) {
        try {
            return members.ask(member, call);
        } catch (Refusal notConnected) {
            throw new PipedriveException.ReconnectRequired(notConnected.reason().name());
        }
    }

    /** Whether anybody of a company is connected. */
    boolean any(CompanyId company) {
        return !members.connectedOf(company).isEmpty();
    }

    private List<MemberId> candidates(Document document, UserId first) {
        Set<MemberId> candidates = new LinkedHashSet<>();
        candidates.add(new MemberId(document.company(), first));
        candidates.add(new MemberId(document.company(), document.createdBy()));
        members.connectedOf(document.company()).stream().map(Member::id).forEach(candidates::add);
        return candidates.stream().limit(MOST_ASKED).toList();
    }
}
