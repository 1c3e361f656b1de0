package io.dealdocs.documents;

import io.dealdocs.documents.DealFile.Opening;
import io.dealdocs.documents.DealFile.State;
import io.dealdocs.onlyoffice.Format;
import io.dealdocs.onlyoffice.Formats;
import io.dealdocs.pipedrive.PipedriveFile;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the lines of a deal's list. */
@Component
class DealLine {

    private final Formats formats;

    DealLine(Formats formats) {
        this.formats = formats;
    }

    /** A file that is no document of ours. */
    DealFile of(PipedriveFile file) {
        return new DealFile(
                new Line.OfFile(file.id()).ref(),
                file.name(),
                file.size(),
                file.addedAt(),
                uploader(file),
                opening(file, file.name()),
                State.IN_PIPEDRIVE,
                List.of(),
                outside(file),
                deletable(file));
    }

    /** A document and the file that carries it, which may be older. */
    DealFile of(Document document, Optional<Version> head, List<String> editors, PipedriveFile file) {
        Optional<Version> newer = head.filter(version -> document.waiting());
        return new DealFile(
                DealFile.Ref.of(document.id()),
                file.name(),
                newer.map(version -> version.content().size()).orElse(file.size()),
                newer.map(Version::createdAt).orElse(file.addedAt()),
                // Whoever's token carried a version to Pipedrive is not always its author.
                head.map(Version::authorName).filter(name -> !name.isEmpty()).orElseGet(() -> uploader(file)),
                opening(file, document.nameAfter(file.name())),
                state(document),
                editors,
                outside(file),
                deletable(file));
    }

    /** A document that Pipedrive has no file of. */
    DealFile of(Document document, Version head, List<String> editors) {
        return new DealFile(
                DealFile.Ref.of(document.id()),
                document.name(),
                head.content().size(),
                head.createdAt(),
                head.authorName(),
                opening(document.name()),
                state(document),
                editors,
                "",
                true);
    }

    private static String outside(PipedriveFile file) {
        return file.googleId() == null ? "" : "https://drive.google.com/open?id=" + file.googleId();
    }

    private static String uploader(PipedriveFile file) {
        return file.uploaderName() == null ? "" : file.uploaderName();
    }

    private static boolean deletable(PipedriveFile file) {
        return file.attachment() == PipedriveFile.Attachment.DEAL_ONLY;
    }

    private static State state(Document document) {
        if (!document.waiting()) {
            return State.IN_PIPEDRIVE;
        }
        return document.attention().isPresent() ? State.NEEDS_ATTENTION : State.WAITING;
    }

    private Opening opening(PipedriveFile file, String name) {
        return file.storedAtPipedrive() ? opening(name) : Opening.GOOGLE;
    }

    /** What the pen does with a file of this name that Pipedrive or we hold. */
    Opening opening(String name) {
        Optional<Format> format = formats.ofName(name);
        if (format.filter(Format::editable).isPresent()) {
            return Opening.EDIT;
        }
        return format.filter(Format::viewable).isPresent() ? Opening.VIEW : Opening.NONE;
    }
}
