package io.dealdocs.documents;

import io.dealdocs.installation.Members;
import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveDeals;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a file that a list lacked is gone, or the deal of a document that waits for one. Whoever sees it
 * deleted proves it. That it is not to be seen proves it only when its owner says so, for others may just not be allowed
 * to; where the owner is not connected any more, those who had it in their hands stand in, and nobody else may see it.
 */
@Component
class FileWitnesses {

    // Each one asked costs the company's daily budget.
    private static final int MOST_ASKED = 8;

    private final Members members;
    private final JdbcForgettable forgettable;
    private final PipedriveFiles files;
    private final PipedriveDeals deals;

    FileWitnesses(Members members, JdbcForgettable forgettable, PipedriveFiles files, PipedriveDeals deals) {
        this.members = members;
        this.forgettable = forgettable;
        this.files = files;
        this.deals = deals;
    }

    /** What was found out. */
    enum Finding {
        THERE,
        GONE,
        /** Nobody could tell. */
        UNKNOWN
    }

    private enum Word {
        THERE,
        DELETED,
        NOT_SEEN,
        SILENT
    }

    Finding find(Document document) {
        Set<UserId> trusted = trusted(document);
        boolean silent = false;
        boolean notSeen = false;
        for (MemberId witness : witnesses(document, trusted)) {
            switch (ask(witness, document)) {
                case THERE -> {
                    return Finding.THERE;
                }
                case DELETED -> {
                    return Finding.GONE;
                }
                case NOT_SEEN -> notSeen |= trusted.contains(witness.user());
                case SILENT -> silent = true;
            }
        }
        return notSeen && !silent ? Finding.GONE : Finding.UNKNOWN;
    }

    private Set<UserId> trusted(Document document) {
        Set<UserId> connected = new LinkedHashSet<>(members.connectedOf(document.company()).stream()
                .map(member -> member.id().user())
                .toList());
        if (connected.contains(document.createdBy())) {
            return Set.of(document.createdBy());
        }
        connected.retainAll(forgettable.hands(document.id()));
        return connected;
    }

    private List<MemberId> witnesses(Document document, Set<UserId> trusted) {
        Set<UserId> witnesses = new LinkedHashSet<>(trusted);
        if (!trusted.contains(document.createdBy())) {
            members.connectedOf(document.company())
                    .forEach(member -> witnesses.add(member.id().user()));
        }
        return witnesses.stream()
                .limit(MOST_ASKED)
                .map(user -> new MemberId(document.company(), user))
                .toList();
    }

    private Word ask(MemberId witness, Document document) {
        try {
            return members.ask(witness, access -> there(access.inQueue(), document)) ? Word.THERE : Word.DELETED;
        } catch (PipedriveException.NotFound notSeen) {
            return Word.NOT_SEEN;
        } catch (PipedriveException | Refusal silent) {
            return Word.SILENT;
        }
    }

    // A file of a deleted deal may outlive it at Pipedrive, but nobody sees it there. What waits can do without a file.
    private boolean there(PipedriveAccess access, Document document) {
        DealId deal = document.subject().deal();
        if (!document.waiting() && document.file().isPresent()) {
            PipedriveFile file = files.file(access, document.file().get());
            deal = file.deal();
            if (!file.active()) {
                return false;
            }
        }
        return deal == null || !deals.deal(access, deal).deleted();
    }
}
