package io.dealdocs.publishing;

import io.dealdocs.documents.CarrierGone;
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
import io.dealdocs.publishing.JdbcAttempts.Outcome;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.UserId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Upload(
            Couriers couriers,
            PipedriveFiles files,
            ContentStore store,
            Formats formats,
            Publications publications,
            JdbcAttempts attempts,
            Delivery delivery,
            ApplicationEventPublisher events,
            Clock clock) {
        this.couriers = couriers;
        this.files = files;
        this.store = store;
        this.formats = formats;
        this.publications = publications;
        this.attempts = attempts;
        this.delivery = delivery;
        this.events = events;
        this.clock = clock;
    }

    void run(Document document, Version head, long fence) {
        UserId author = head.author().orElse(document.createdBy());
        Optional<Couriers.Sighting> before = document.file().flatMap(file -> couriers.look(document, author, file));
        Errand errand = errand(document, head, fence, before.map(Couriers.Sighting::file));
        UserId first = before.map(seen -> seen.member().user()).orElse(author);
        couriers.carry(document, first, member -> {
            deliver(errand, member);
            return member;
        });
        // Whoever brought the new file sees the deal, so a file that was not there is gone, not just out of sight.
        document.file()
                .filter(file -> before.isEmpty())
                .ifPresent(file -> events.publishEvent(new CarrierGone(document.id(), file)));
    }

    private record Errand(Document document, Version head, long fence, String name, DealId deal) {}

    // The name and the deal that people see in Pipedrive win over what we remember.
    private static Errand errand(Document document, Version head, long fence, Optional<PipedriveFile> before) {
        String name = before.map(PipedriveFile::name).map(document::nameAfter).orElse(document.name());
        DealId deal = before.map(PipedriveFile::deal).orElse(document.subject().deal());
        return new Errand(document, head, fence, name, deal);
    }

    private void deliver(Errand errand, MemberId member) {
        refuseGoogle(member);
        Attempt attempt = begin(errand, member);
        PipedriveFile file = post(attempt, errand.head());
        delivery.record(attempt, file, Outcome.RECORDED);
    }

    // Each file that ends at Google stays there for ever: whose did before is asked about first.
    private void refuseGoogle(MemberId member) {
        if (attempts.wentToGoogle(member) && couriers.ask(member, files::uploadsGoToGoogle)) {
            throw UnfitFile.atGoogle();
        }
    }

    private Attempt begin(Errand errand, MemberId member) {
        Document document = errand.document();
        Version head = errand.head();
        long highest = Math.max(
                publications.highestSeen(document.company()),
                document.file().map(FileId::value).orElse(0L));
        return attempts.begin(new Attempt(
                0,
                document.id(),
                head.number(),
                errand.fence(),
                member,
                errand.deal(),
                errand.name(),
                head.content().size(),
                head.content().sha256(),
                highest,
                document.file(),
                clock.instant()));
    }

    private PipedriveFile post(Attempt attempt, Version head) {
        String mediaType = formats.ofName(attempt.name()).map(Format::mediaType).orElse("application/octet-stream");
        NewPipedriveFile file =
                new NewPipedriveFile(attempt.deal(), attempt.name(), mediaType, store.source(head.content()));
        try {
            return couriers.ask(attempt.member(), access -> files.upload(access, file));
        } catch (PipedriveException.AnswerLost unknown) {
            throw unknown;
        } catch (RuntimeException refused) {
            attempts.finish(attempt, Outcome.REFUSED, Optional.empty());
            throw refused;
        }
    }
}
