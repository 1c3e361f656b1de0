package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Joins a deal's files at Pipedrive with our documents: a document that waits shows without a Pipedrive row, a
 * superseded file id and an upload that is not recorded yet never show.
 */
@Component
class DealList {

    private final JdbcDocuments documents;
    private final JdbcVersions versions;
    private final SupersededFiles superseded;
    private final UploadsUnderWay uploads;
    private final SeenFiles seenFiles;
    private final Sightings sightings;
    private final EditingPresence presence;
    private final DealLine lines;

    DealList(
            JdbcDocuments documents,
            JdbcVersions versions,
            SupersededFiles superseded,
            UploadsUnderWay uploads,
            SeenFiles seenFiles,
            Sightings sightings,
            EditingPresence presence,
            DealLine lines) {
        this.documents = documents;
        this.versions = versions;
        this.superseded = superseded;
        this.uploads = uploads;
        this.seenFiles = seenFiles;
        this.sightings = sightings;
        this.presence = presence;
        this.lines = lines;
    }

    /** What the pen would do with a file of this name. */
    DealFile.Opening opening(String fileName) {
        return lines.opening(fileName);
    }

    /** With the files that Pipedrive has now. */
    List<DealFile> join(CompanyId company, Subject subject, FoundFiles found) {
        return join(company, subject, found.files(), ours -> {
            sightings.listed(subject, ours, ids(found), found.complete());
            return ours.stream().filter(Document::waiting);
        });
    }

    /** Only what these further files of Pipedrive's are. */
    List<DealFile> further(CompanyId company, Subject subject, FoundFiles found) {
        return join(company, subject, found.files(), ours -> {
            sightings.listed(subject, ours, ids(found), false);
            return Stream.empty();
        });
    }

    private static Set<FileId> ids(FoundFiles found) {
        return found.files().stream().map(PipedriveFile::id).collect(Collectors.toSet());
    }

    /**
     * With files that were seen earlier: whatever of ours came there since shows as well, and what was gone by then does
     * not come back.
     */
    List<DealFile> known(CompanyId company, Subject subject, SeenFiles.Seen seen) {
        return join(company, subject, seen.files(), ours -> {
            Set<DocumentId> newer = seenFiles.carriedSince(
                    seen.at(), ours.stream().map(Document::id).toList());
            return ours.stream()
                    .filter(document -> document.waiting() || newer.contains(document.id()))
                    .filter(document -> document.head().isPresent() && !document.deleted());
        });
    }

    private List<DealFile> join(
            CompanyId company, Subject subject, List<PipedriveFile> files, RowlessDocuments rowless) {
        List<FileId> ids = files.stream().map(PipedriveFile::id).toList();
        // Asked for before the documents are: an upload that is recorded in between is hidden, not shown twice.
        Set<FileId> hidden = new HashSet<>(uploads.among(company, files).keySet());
        List<Document> ours = documents.of(company, subject, ids);
        hidden.addAll(superseded.among(company, ids));
        ours.forEach(document -> document.file().ifPresent(document.deleted() ? hidden::add : hidden::remove));
        List<PipedriveFile> shown =
                files.stream().filter(file -> !hidden.contains(file.id())).toList();
        List<DealFile> joined = new ArrayList<>(lines(shown, ours));
        joined.addAll(withoutRow(subject, ids, ours, rowless));
        joined.sort(Comparator.comparing(DealFile::changedAt).reversed());
        return joined;
    }

    private List<DealFile> lines(List<PipedriveFile> files, List<Document> ours) {
        Map<FileId, Document> byFile = new HashMap<>();
        ours.forEach(document -> document.file().ifPresent(file -> byFile.put(file, document)));
        People people = people(ours);
        return files.stream()
                .map(file -> Optional.ofNullable(byFile.get(file.id()))
                        .map(document -> people.told(
                                document, lines.of(document, people.head(document), people.editors(document), file)))
                        .orElseGet(() -> lines.of(file)))
                .toList();
    }

    /** What waits shows, whether Pipedrive never had it or lost it meanwhile. */
    private List<DealFile> withoutRow(
            Subject subject, Collection<FileId> listed, List<Document> ours, RowlessDocuments rowless) {
        List<Document> shown = rowless.among(ours)
                .filter(document -> document.subject().equals(subject))
                .filter(document -> document.file().filter(listed::contains).isEmpty())
                .toList();
        People people = people(shown);
        return shown.stream()
                .map(document -> people.told(
                        document, lines.of(document, people.head(document).orElseThrow(), people.editors(document))))
                .toList();
    }

    private People people(List<Document> ours) {
        List<DocumentId> ids = ours.stream().map(Document::id).toList();
        Map<DocumentId, Version> heads = new HashMap<>();
        versions.heads(ids).forEach(head -> heads.put(head.document(), head));
        return new People(heads, presence.editorsOf(ids), presence.unsaved(ids));
    }

    /** Decides which of our documents show although none of the files is theirs; each has a head. */
    private interface RowlessDocuments {

        Stream<Document> among(List<Document> ours);
    }

    /** Who wrote, who writes, and whose text did not arrive. */
    private record People(
            Map<DocumentId, Version> heads, Map<DocumentId, List<String>> editing, Set<DocumentId> unsaved) {

        DealFile told(Document document, DealFile line) {
            return unsaved.contains(document.id()) ? line.saveFailed() : line;
        }

        Optional<Version> head(Document document) {
            return Optional.ofNullable(heads.get(document.id()));
        }

        List<String> editors(Document document) {
            return editing.getOrDefault(document.id(), List.of());
        }
    }
}
