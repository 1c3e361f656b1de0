package io.dealdocs.documents;

import io.dealdocs.installation.Members;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFilePage;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** A deal's files as Pipedrive has them for one member. */
@Component
class DealFiles {

    private final DealGate gate;
    private final PipedriveFiles files;
    private final Publications publications;
    private final Members members;
    private final SeenFiles seen;
    private final Clock clock;

    DealFiles(
            DealGate gate,
            PipedriveFiles files,
            Publications publications,
            Members members,
            SeenFiles seen,
            Clock clock) {
        this.gate = gate;
        this.files = files;
        this.publications = publications;
        this.members = members;
        this.seen = seen;
        this.clock = clock;
    }

    /** What a person would call files: no pictures from inside mails, nothing deleted. Remembered for the member. */
    FoundFiles of(MemberId member, DealId deal, Reach reach) {
        Instant askedAt = clock.instant();
        FoundFiles found = ask(member, deal, 0, reach.pages());
        seen.remember(member, deal, found.files(), askedAt);
        return found;
    }

    /** The next hundred. Remembered together with those before. */
    FoundFiles further(MemberId member, DealId deal, int start) {
        FoundFiles found = ask(member, deal, start, 1);
        seen.remember(member, deal, found.files());
        return found;
    }

    private FoundFiles ask(MemberId member, DealId deal, int from, int pages) {
        List<PipedriveFile> all = new ArrayList<>();
        OptionalInt start = OptionalInt.of(from);
        for (int page = 0; page < pages && start.isPresent(); page++) {
            int first = start.getAsInt();
            PipedriveFilePage found = gate.ask(member, Reason.DEAL_GONE, access -> files.list(access, deal, first));
            all.addAll(found.files());
            start = found.next();
        }
        all.stream()
                .map(PipedriveFile::id)
                .max(Comparator.comparingLong(FileId::value))
                .ifPresent(highest -> publications.seen(member.company(), highest));
        all.removeIf(file -> file.inline() || !file.active());
        return new FoundFiles(named(member.company(), all), start);
    }

    // Pipedrive tells an uploader's number only; the names of colleagues who installed the app are known to us.
    private List<PipedriveFile> named(CompanyId company, List<PipedriveFile> found) {
        Map<UserId, String> names = members.names(company);
        return found.stream()
                .map(file -> file.uploadedBy(names.get(file.uploader())))
                .toList();
    }

    /** One file, which must hang on the deal. */
    PipedriveFile one(MemberId member, DealId deal, FileId file) {
        return find(member, file)
                .filter(found -> deal.equals(found.deal()))
                .orElseThrow(() -> new Refusal(Reason.FILE_GONE));
    }

    /** One file, wherever it hangs; nothing where it is deleted or invisible to the member. */
    Optional<PipedriveFile> find(MemberId member, FileId file) {
        try {
            PipedriveFile found = gate.ask(member, Reason.FILE_GONE, access -> files.file(access, file));
            return named(member.company(), List.of(found)).stream()
                    .filter(PipedriveFile::active)
                    .findFirst();
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.FILE_GONE) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
