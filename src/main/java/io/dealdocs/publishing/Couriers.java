package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Version;
import io.dealdocs.installation.Companies;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.installation.PipedriveCall;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Finds in whose name something is done at Pipedrive: its author's, else another member's who may see the deal, where the
 * company lets colleagues carry.
 */
@Component
class Couriers {

    // Each one asked costs the company's daily budget; in a deal that nobody sees all would be asked in vain. Where
    // there are more, each try asks others.
    private static final int MOST_ASKED = 8;

    private final Members members;
    private final Companies companies;
    private final Documents documents;
    private final PipedriveFiles files;

    Couriers(Members members, Companies companies, Documents documents, PipedriveFiles files) {
        this.members = members;
        this.companies = companies;
        this.documents = documents;
        this.files = files;
    }

    /** A file, and a member who sees it. */
    record Sighting(MemberId member, PipedriveFile file) {}

    /**
     * Tries one member after the other until one can do it.
     *
     * @param first who is to do it if possible
     * @throws PipedriveException {@code ReconnectRequired} where a new consent may help, else what the first one was told
     */
    <T> T carry(Document document, UserId first, Function<MemberId, T> work) {
        PipedriveException reason = null;
        Set<UserId> hoped = Set.copyOf(List.of(first, author(document)));
        boolean blind = false;
        for (MemberId member : candidates(document, first)) {
            try {
                return work.apply(member);
            } catch (PipedriveException.NotFound | PipedriveException.Forbidden unfit) {
                reason = reason == null ? unfit : reason;
            } catch (PipedriveException.ReconnectRequired dead) {
                blind |= hoped.contains(member.user());
            }
        }
        throw reason == null || blind ? nobody() : reason;
    }

    private static PipedriveException nobody() {
        return new PipedriveException.ReconnectRequired("nobody who may is connected");
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
            throw nobody();
        }
        return Optional.empty();
    }

    /** Whoever wrote the newest version of a document, else its creator. */
    UserId author(Document document) {
        return documents.head(document).flatMap(Version::author).orElse(document.createdBy());
    }

    /** Asks in a member's name and gives way to people; a member without a living consent is one who is unfit. */
    <T> T ask(MemberId member, PipedriveCall<T> call) {
        try {
            return members.ask(member, access -> call.with(access.inQueue()));
        } catch (Refusal notConnected) {
            throw new PipedriveException.ReconnectRequired(notConnected.reason().name());
        }
    }

    private List<MemberId> candidates(Document document, UserId first) {
        MemberId author = new MemberId(document.company(), author(document));
        if (!companies.rules(document.company()).throughOthers()) {
            return List.of(author);
        }
        Set<MemberId> candidates = new LinkedHashSet<>();
        candidates.add(new MemberId(document.company(), first));
        candidates.add(author);
        candidates.add(new MemberId(document.company(), document.createdBy()));
        candidates.addAll(colleagues(document));
        return candidates.stream().limit(MOST_ASKED).toList();
    }

    private List<MemberId> colleagues(Document document) {
        List<MemberId> colleagues = new ArrayList<>(
                members.connectedOf(document.company()).stream().map(Member::id).toList());
        if (colleagues.size() > MOST_ASKED) {
            Collections.shuffle(colleagues);
        }
        return colleagues;
    }
}
