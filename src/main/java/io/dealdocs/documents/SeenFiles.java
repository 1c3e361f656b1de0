package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers a deal's files as a member saw them last, on the row of the confirmed right, so that they go when it goes.
 * Per member and never per deal: Pipedrive decides who sees what.
 */
@Repository
class SeenFiles {

    private static final Logger log = LoggerFactory.getLogger(SeenFiles.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    // Nodes do not have quite the same time.
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SeenFiles(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A deal's files, and when Pipedrive was asked for them. */
    record Seen(List<PipedriveFile> files, Instant at) {}

    /** Remembers files of a deal that Pipedrive let the member see; the same ones again are not written at once. */
    void remember(MemberId member, DealId deal, List<PipedriveFile> files, Instant askedAt) {
        jdbc.sql("""
            update confirmed_right set files = :files, files_at = :at
             where company_id = :company and user_id = :user and deal_id = :deal
               and (files is distinct from :files or files_at < :fresh)
            """)
                .param("files", json.writeValueAsString(files))
                .param("at", Timestamp.from(askedAt))
                .param("fresh", Timestamp.from(askedAt.minus(FRESH)))
                .param("company", member.company().value())
                .param("user", member.user().value())
                .param("deal", deal.value())
                .update();
    }

    /** Remembers further files of a deal beside those that were seen just before. */
    void remember(MemberId member, DealId deal, List<PipedriveFile> further) {
        of(member, deal).ifPresent(seen -> {
            Map<FileId, PipedriveFile> all = new LinkedHashMap<>();
            seen.files().forEach(file -> all.put(file.id(), file));
            further.forEach(file -> all.put(file.id(), file));
            remember(member, deal, List.copyOf(all.values()), seen.at());
        });
    }

    /** What the member saw within the last 12 hours. */
    Optional<Seen> of(MemberId member, DealId deal) {
        return jdbc.sql("select files, files_at from confirmed_right where company_id = :company"
                        + " and user_id = :user and deal_id = :deal and files_at > :oldest")
                .param("company", member.company().value())
                .param("user", member.user().value())
                .param("deal", deal.value())
                .param("oldest", Timestamp.from(clock.instant().minus(ConfirmedRights.LIFE)))
                .query((row, number) -> read(
                        row.getString("files"), row.getTimestamp("files_at").toInstant()))
                .optional()
                .flatMap(seen -> seen);
    }

    private Optional<Seen> read(String files, Instant at) {
        try {
            return Optional.of(new Seen(json.readValue(files, new TypeReference<List<PipedriveFile>>() {}), at));
        } catch (JacksonException otherVersion) {
            log.info("Files that another version of us remembered are not shown: {}", otherVersion.getMessage());
            return Optional.empty();
        }
    }

    /** Those of these documents whose file is, or may be, too new to be among the files that were seen at this time. */
    Set<DocumentId> carriedSince(Instant seenAt, Collection<DocumentId> documents) {
        return Set.copyOf(jdbc.sql("select document_id from publication where document_id = any(:ids) and current"
                        + " and published_at > :since")
                .param("ids", documents.stream().map(DocumentId::value).toArray(UUID[]::new))
                .param("since", Timestamp.from(seenAt.minus(SKEW)))
                .query((row, number) -> DocumentId.parse(row.getString(1)))
                .list());
    }
}
