package io.dealdocs.documents;

import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveDeals;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a file that a list lacked is gone. Its owner's word counts, for others may just not see it; where the
 * owner is not connected any more, it is gone when nobody sees it who could.
 */
@Component
class FileWitnesses {

    // Each one asked costs the company's daily budget.
    private static final int MOST_ASKED = 8;

    private final Members members;
    private final PipedriveFiles files;
    private final PipedriveDeals deals;

    FileWitnesses(Members members, PipedriveFiles files, PipedriveDeals deals) {
        this.members = members;
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

    Finding find(Document document) {
        Optional<FileId> file = document.file();
        List<MemberId> witnesses = of(document);
        if (file.isEmpty() || witnesses.isEmpty()) {
            return Finding.UNKNOWN;
        }
        Finding finding = Finding.UNKNOWN;
        for (MemberId witness : witnesses) {
            finding = ask(witness, file.get());
            if (finding != Finding.GONE) {
                return finding;
            }
        }
        return finding;
    }

    private List<MemberId> of(Document document) {
        List<MemberId> connected =
                members.connectedOf(document.company()).stream().map(Member::id).toList();
        MemberId owner = new MemberId(document.company(), document.createdBy());
        return connected.contains(owner)
                ? List.of(owner)
                : connected.stream().limit(MOST_ASKED).toList();
    }

    private Finding ask(MemberId witness, FileId file) {
        try {
            return members.ask(witness, access -> look(access.inQueue(), file)) ? Finding.THERE : Finding.GONE;
        } catch (PipedriveException.NotFound gone) {
            return Finding.GONE;
        } catch (PipedriveException | Refusal silent) {
            return Finding.UNKNOWN;
        }
    }

    // A file of a deleted deal may outlive it at Pipedrive, but nobody sees it there.
    private boolean look(PipedriveAccess access, FileId id) {
        PipedriveFile file = files.file(access, id);
        DealId deal = file.deal();
        return file.active() && (deal == null || !deals.deal(access, deal).deleted());
    }
}
