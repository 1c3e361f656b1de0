package io.dealdocs.documents;

import io.dealdocs.documents.DealFile.Opening;
import io.dealdocs.documents.DealFile.State;
import io.dealdocs.onlyoffice.Format;
import io.dealdocs.onlyoffice.Formats;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Joins a deal's files at Pipedrive with our documents: a document that waits shows without a Pipedrive row, a
 * superseded file id never shows.
 */
@Component
class DealList {

    private final JdbcDocuments documents;
    private final Documents versions;
    private final Publications publications;
    private final EditingPresence presence;
    private final Formats formats;

    DealList(
            JdbcDocuments documents,
            Documents versions,
            Publications publications,
            EditingPresence presence,
            Formats formats) {
        this.documents = documents;
        this.versions = versions;
        this.publications = publications;
        this.presence = presence;
        this.formats = formats;
    }

    List<DealFile> join(CompanyId company, Subject subject, List<PipedriveFile> files) {
        Map<FileId, Document> byFile = new HashMap<>();
        List<Document> unplaced = new ArrayList<>();
        for (Document document : documents.of(company, subject)) {
            document.file().ifPresentOrElse(file -> byFile.put(file, document), () -> unplaced.add(document));
        }
        Map<DocumentId, List<String>> editors = presence.editorsOf(ids(byFile, unplaced));
        Set<FileId> superseded = publications.superseded(company, subject);
        List<DealFile> lines = new ArrayList<>();
        files.stream()
                .filter(file -> !superseded.contains(file.id()))
                .filter(file -> !deleted(byFile.get(file.id())))
                .map(file -> line(file, Optional.ofNullable(byFile.get(file.id())), editors))
                .forEach(lines::add);
        unplaced.stream()
                .filter(Document::waiting)
                .map(it -> waiting(it, editors))
                .forEach(lines::add);
        lines.sort(Comparator.comparing(DealFile::changedAt).reversed());
        return lines;
    }

    private static List<DocumentId> ids(Map<FileId, Document> placed, List<Document> unplaced) {
        List<DocumentId> ids = new ArrayList<>();
        placed.values().forEach(document -> ids.add(document.id()));
        unplaced.forEach(document -> ids.add(document.id()));
        return ids;
    }

    private static boolean deleted(@Nullable Document document) {
        return document != null && document.deleted();
    }

    private DealFile line(PipedriveFile file, Optional<Document> document, Map<DocumentId, List<String>> editors) {
        Optional<Version> newer = document.filter(Document::waiting).flatMap(versions::head);
        return new DealFile(
                document.<Line>map(it -> new Line.OfDocument(it.id()))
                        .orElseGet(() -> new Line.OfFile(file.id()))
                        .ref(),
                file.name(),
                newer.map(version -> version.content().size()).orElse(file.size()),
                newer.map(Version::createdAt).orElse(file.addedAt()),
                newer.map(Version::authorName).orElseGet(() -> author(file, document)),
                opening(file),
                document.map(DealList::state).orElse(State.IN_PIPEDRIVE),
                document.map(it -> editors.getOrDefault(it.id(), List.of())).orElse(List.of()),
                file.attachment() == PipedriveFile.Attachment.DEAL_ONLY);
    }

    // Whoever's token carried a version to Pipedrive is not always its author.
    private String author(PipedriveFile file, Optional<Document> document) {
        return document.flatMap(versions::head)
                .map(Version::authorName)
                .filter(name -> !name.isEmpty())
                .orElse(file.uploaderName() == null ? "" : file.uploaderName());
    }

    private DealFile waiting(Document document, Map<DocumentId, List<String>> editors) {
        Version head = versions.head(document).orElseThrow();
        return new DealFile(
                new Line.OfDocument(document.id()).ref(),
                document.name(),
                head.content().size(),
                head.createdAt(),
                head.authorName(),
                opening(document.name()),
                state(document),
                editors.getOrDefault(document.id(), List.of()),
                true);
    }

    private static State state(Document document) {
        if (!document.waiting()) {
            return State.IN_PIPEDRIVE;
        }
        return document.attention().isPresent() ? State.NEEDS_ATTENTION : State.WAITING;
    }

    private Opening opening(PipedriveFile file) {
        return file.storedAtPipedrive() ? opening(file.name()) : Opening.GOOGLE;
    }

    private Opening opening(String name) {
        Optional<Format> format = formats.ofName(name);
        if (format.filter(Format::editable).isPresent()) {
            return Opening.EDIT;
        }
        return format.filter(Format::viewable).isPresent() ? Opening.VIEW : Opening.NONE;
    }
}
