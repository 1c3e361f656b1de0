package io.dealdocs.publishing;

import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.Version;
import io.dealdocs.onlyoffice.Format;
import io.dealdocs.onlyoffice.Formats;
import io.dealdocs.pipedrive.NewPipedriveFile;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings a version to Pipedrive: a new file takes over the name and the deal of the one before. */
@Component
class Upload {

    private final Couriers couriers;
    private final PipedriveFiles files;
    private final ContentStore store;
    private final Formats formats;
    private final Publications publications;
    private final JdbcAttempts attempts;
    private final Delivery delivery;
    private final Clock clock;

    Upload(
            Couriers couriers,
            PipedriveFiles files,
            ContentStore store,
            Formats formats,
            Publications publications,
            JdbcAttempts attempts,
            Delivery delivery,
            Clock clock) {
        this.couriers = couriers;
        this.files = files;
        this.store = store;
        this.formats = formats;
        this.publications = publications;
        this.attempts = attempts;
        this.delivery = delivery;
        this.clock = clock;
    }

    void run(Document document, Version head, long fence) {
        couriers.carry(document, head, (member) -> {
            Optional<PipedriveFile> before = before(member, document);
            String name = before.map(PipedriveFile::name).orElse(document.name());
            DealId deal =
                    before.map(PipedriveFile::deal).orElse(document.subject().deal());
            Attempt attempt = begin(document, head, fence, member, name);
            PipedriveFile file = post(attempt, head, deal);
            delivery.record(attempt, file, before, deal);
        });
    }

    // The name and the deal that people see in Pipedrive win over what we remember.
    private Optional<PipedriveFile> before(MemberId member, Document document) {
        return document.file().flatMap(id -> {
            try {
                return Optional.of(couriers.ask(member, access -> files.file(access, id)))
                        .filter(PipedriveFile::active);
            } catch (PipedriveException.NotFound deletedInPipedrive) {
                return Optional.empty();
            }
        });
    }

    private Attempt begin(Document document, Version head, long fence, MemberId member, String name) {
        long highest = Math.max(
                publications.highestSeen(document.company()),
                document.file().map(FileId::value).orElse(0L));
        return attempts.begin(new Attempt(
                0,
                document.id(),
                head.number(),
                fence,
                member,
                name,
                head.content().size(),
                head.content().sha256(),
                highest,
                document.file(),
                clock.instant()));
    }

    private PipedriveFile post(Attempt attempt, Version head, DealId deal) {
        String mediaType = formats.ofName(attempt.name()).map(Format::mediaType).orElse("application/octet-stream");
        NewPipedriveFile file = new NewPipedriveFile(deal, attempt.name(), mediaType, store.source(head.content()));
        try {
            return couriers.ask(attempt.member(), access -> files.upload(access, file));
        } catch (PipedriveException.AnswerLost unknown) {
            throw unknown;
        } catch (RuntimeException refused) {
            attempts.finish(attempt, JdbcAttempts.Outcome.REFUSED, Optional.empty());
            throw refused;
        }
    }
}
