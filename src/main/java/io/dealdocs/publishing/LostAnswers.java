package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Publications;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.publishing.JdbcAttempts.Outcome;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of uploads whose answer nobody heard: the process died, or the connection did. Only a file with
 * a higher id, the same uploader, name, size and content is ours.
 */
@Component
class LostAnswers {

    private final JdbcAttempts attempts;
    private final Documents documents;
    private final Publications publications;
    private final Couriers couriers;
    private final PipedriveFiles files;
    private final Delivery delivery;
    private final PublishingProperties properties;
    private final Clock clock;

    LostAnswers(
            JdbcAttempts attempts,
            Documents documents,
            Publications publications,
            Couriers couriers,
            PipedriveFiles files,
            Delivery delivery,
            PublishingProperties properties,
            Clock clock) {
        this.attempts = attempts;
        this.documents = documents;
        this.publications = publications;
        this.couriers = couriers;
        this.files = files;
        this.delivery = delivery;
        this.properties = properties;
        this.clock = clock;
    }

    /** Resolves what it can; a step while an upload may still be under way, nothing when the run may go on. */
    Optional<NextStep> resolve(DocumentId id) {
        for (Attempt attempt : attempts.unresolved(id)) {
            Optional<NextStep> wait = resolve(attempt);
            if (wait.isPresent()) {
                return wait;
            }
        }
        return Optional.empty();
    }

    private Optional<NextStep> resolve(Attempt attempt) {
        Document document = documents.find(attempt.document()).orElseThrow();
        Optional<PipedriveFile> found =
                couriers.carry(document, attempt.member().user(), member -> find(attempt, member));
        if (found.isPresent()) {
            delivery.record(attempt, found.get(), Outcome.ADOPTED);
            return Optional.empty();
        }
        Instant settled = attempt.startedAt().plus(properties.lostAnswerWait());
        if (clock.instant().isBefore(settled)) {
            return Optional.of(new NextStep.Again(settled));
        }
        attempts.finish(attempt, Outcome.NOTHING_FOUND, Optional.empty());
        return Optional.empty();
    }

    private Optional<PipedriveFile> find(Attempt attempt, MemberId member) {
        // What was uploaded a moment ago is on the first page, for that begins with the newest change.
        return couriers.ask(member, access -> files.list(access, attempt.deal(), 0)).files().stream()
                .filter(attempt::mayBe)
                .filter(file ->
                        publications.documentOf(member.company(), file.id()).isEmpty())
                .filter(file -> sameContent(attempt, member, file))
                .findFirst()
                .map(file -> named(attempt, member, file));
    }

    private boolean sameContent(Attempt attempt, MemberId member, PipedriveFile file) {
        try {
            return couriers.ask(
                    member,
                    access -> files.download(
                            access, file.id(), (bytes, size) -> sha256(bytes).equals(attempt.sha256())));
        } catch (PipedriveException.NotFound goneMeanwhile) {
            return false;
        }
    }

    private PipedriveFile named(Attempt attempt, MemberId member, PipedriveFile file) {
        return file.name().equals(attempt.name())
                ? file
                : couriers.ask(member, access -> files.rename(access, file.id(), attempt.name()));
    }

    private static String sha256(InputStream bytes) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[16 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every JDK", missing);
        }
    }
}
