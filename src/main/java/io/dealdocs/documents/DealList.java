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
    private final EditingPresence presence;
    private final DealLine lines;

    DealList(
            JdbcDocuments documents,
            JdbcVersions versions,
            SupersededFiles superseded,
            UploadsUnderWay uploads,
            EditingPresence presence,
            DealLine lines) {
        this.documents = documents;
        this.versions = versions;
        this.superseded = superseded;
        this.uploads = uploads;
        this.presence = presence;
        this.lines = lines;
    }

    List<DealFile> join(CompanyId company, Subject subject, List<PipedriveFile> files) {
        List<FileId> ids = files.stream().map(PipedriveFile::id).toList();
        // Asked for before the documents are: an upload that is recorded in between is hidden, not shown twice.
        Set<FileId> hidden = new HashSet<>(uploads.among(company, files).keySet());
        List<Document> ours = documents.of(company, subject, ids);
        hidden.addAll(superseded.among(company, ids));
        ours.stream().flatMap(document -> document.file().stream()).forEach(hidden::remove);
        List<PipedriveFile> shown =
                files.stream().filter(file -> !hidden.contains(file.id())).toList();
        List<DealFile> joined = new ArrayList<>(lines(shown, ours));
        joined.addAll(withoutRow(subject, ids, ours));
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
    private List<DealFile> withoutRow(Subject subject, Collection<FileId> listed, List<Document> ours) {
        List<Document> waiting = ours.stream()
                .filter(document -> document.waiting() && document.subject().equals(subject))
                .filter(document -> document.file().filter(listed::contains).isEmpty())
                .toList();
        People people = people(waiting);
        return waiting.stream()
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
