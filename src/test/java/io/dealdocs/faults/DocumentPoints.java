package io.dealdocs.faults;

import static io.dealdocs.faults.Point.When.AFTER;
import static io.dealdocs.faults.Point.When.AFTER_FIRST_CHUNK;
import static io.dealdocs.faults.Point.When.BEFORE;
import static io.dealdocs.faults.Point.at;

import java.util.List;

/** Between the effects of what people do with documents in the panel and the console. */
final class DocumentPoints {

    private DocumentPoints() {}

    static final List<Point> ALL = List.of(
            at(
                    "create.content-stored",
                    AFTER,
                    "documents.ContentStore",
                    "store",
                    "documents.NewDocuments",
                    "the content is stored, the document is not"),
            at(
                    "create.version-added",
                    AFTER,
                    "documents.Documents",
                    "add",
                    "documents.NewDocuments",
                    "document, version and task are written, not committed"),
            at(
                    "create.committed",
                    AFTER,
                    "documents.NewDocuments",
                    "create",
                    "",
                    "the document is committed, nobody was told"),
            at(
                    "upload.between-chunks",
                    AFTER_FIRST_CHUNK,
                    "documents.ContentStore",
                    "store",
                    "documents.NewDocuments",
                    "one chunk is stored, the next is not"),
            at(
                    "upload.content-stored",
                    AFTER,
                    "documents.ContentStore",
                    "store",
                    "documents.NewDocuments",
                    "the content is stored, the document is not"),
            at(
                    "upload.committed",
                    AFTER,
                    "documents.NewDocuments",
                    "upload",
                    "",
                    "the document is committed, nobody was told"),
            at(
                    "import.document-made",
                    AFTER,
                    "documents.FileIdentity",
                    "of",
                    "",
                    "the file is a document, its content is not here"),
            at(
                    "import.between-chunks",
                    AFTER_FIRST_CHUNK,
                    "documents.ContentStore",
                    "store",
                    "documents.DocumentImport",
                    "one chunk is stored, the next is not"),
            at(
                    "import.content-stored",
                    AFTER,
                    "documents.ContentStore",
                    "store",
                    "documents.DocumentImport",
                    "the content is stored, the first version is not"),
            at(
                    "import.version-added",
                    AFTER,
                    "documents.Publications",
                    "alreadyHeld",
                    "documents.DocumentImport",
                    "the first version is written, not committed"),
            at(
                    "import.committed",
                    AFTER,
                    "documents.DocumentImport",
                    "open",
                    "",
                    "the first version is committed, nobody was told"),
            at(
                    "delete.marked",
                    AFTER,
                    "documents.DeletionPlan",
                    "schedule",
                    "",
                    "the document is marked and its task planned, not committed"),
            at(
                    "delete.committed",
                    AFTER,
                    "documents.Deletions",
                    "delete",
                    "",
                    "the deletion is committed, nobody was told"),
            at(
                    "delete.begun",
                    AFTER,
                    "documents.JdbcDeletions",
                    "begin",
                    "",
                    "it can be taken back no longer, not committed"),
            at(
                    "delete.not-deleted",
                    BEFORE,
                    "pipedrive.PipedriveFiles",
                    "delete",
                    "documents.DeletionRun",
                    "the file was looked at, not deleted"),
            at(
                    "delete.deleted",
                    AFTER,
                    "pipedrive.PipedriveFiles",
                    "delete",
                    "documents.DeletionRun",
                    "the file is deleted, that is not recorded"),
            at(
                    "delete.run-over",
                    AFTER,
                    "documents.DeletionRun",
                    "run",
                    "",
                    "the deletion is recorded, the task is still there"),
            at(
                    "restore.version-added",
                    AFTER,
                    "documents.Documents",
                    "add",
                    "documents.RestoredVersion",
                    "version, head and revision are written, not committed"),
            at(
                    "restore.committed",
                    AFTER,
                    "documents.DocumentVersions",
                    "makeCurrent",
                    "",
                    "the restored version is committed, nobody was told"),
            at(
                    "copy.version-added",
                    AFTER,
                    "documents.Documents",
                    "add",
                    "documents.SavedCopy",
                    "the new document is written, not committed"));
}
