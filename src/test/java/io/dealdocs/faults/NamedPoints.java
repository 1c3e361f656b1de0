package io.dealdocs.faults;

import static io.dealdocs.faults.Point.When.AFTER;
import static io.dealdocs.faults.Point.When.AFTER_FIRST_CHUNK;
import static io.dealdocs.faults.Point.When.BEFORE;

import java.util.List;

/** Every place between two effects, flow by flow. */
final class NamedPoints {

    private NamedPoints() {}

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
                    "open.session-joined",
                    AFTER,
                    "editing.SessionDesk",
                    "join",
                    "",
                    "the session is written, not committed"),
            at(
                    "open.launched",
                    AFTER,
                    "editing.EditorLaunches",
                    "of",
                    "",
                    "the session is committed, the browser knows nothing of it"),
            at(
                    "save.not-fetched",
                    BEFORE,
                    "editing.ResultDownload",
                    "content",
                    "",
                    "the callback has come, nothing is fetched"),
            at(
                    "save.between-chunks",
                    AFTER_FIRST_CHUNK,
                    "documents.ContentStore",
                    "store",
                    "editing.ResultDownload",
                    "one chunk is stored, the next is not"),
            at(
                    "save.content-stored",
                    AFTER,
                    "editing.ResultDownload",
                    "content",
                    "",
                    "the content is stored, its history is not"),
            at(
                    "save.history-stored",
                    AFTER,
                    "editing.ResultDownload",
                    "changes",
                    "",
                    "content and history are stored, the version is not"),
            at(
                    "save.version-added",
                    AFTER,
                    "documents.Documents",
                    "add",
                    "editing.SavePath",
                    "version, head, revision and task are written, not committed"),
            at(
                    "save.session-ended",
                    AFTER,
                    "editing.JdbcEditingSessions",
                    "end",
                    "editing.SavePath",
                    "the session is ended besides, not committed"),
            at(
                    "save.committed",
                    AFTER,
                    "editing.SavePath",
                    "take",
                    "",
                    "everything is committed, the Docs server was not told"),
            at(
                    "force-save.between-chunks",
                    AFTER_FIRST_CHUNK,
                    "documents.ContentStore",
                    "store",
                    "editing.ResultDownload",
                    "one chunk is stored, the next is not"),
            at(
                    "force-save.content-stored",
                    AFTER,
                    "editing.ResultDownload",
                    "content",
                    "",
                    "the content is stored, the version is not"),
            at(
                    "force-save.version-added",
                    AFTER,
                    "documents.Documents",
                    "add",
                    "editing.SavePath",
                    "version and head are written, not committed"),
            at(
                    "force-save.committed",
                    AFTER,
                    "editing.SavePath",
                    "take",
                    "",
                    "everything is committed, the Docs server was not told"),
            at("publish.begun", BEFORE, "publishing.Publisher", "run", "", "the task is picked, nothing is done"),
            at(
                    "publish.fence-taken",
                    AFTER,
                    "documents.Publications",
                    "takeFence",
                    "",
                    "the fencing number is taken, not committed"),
            at(
                    "publish.attempt-begun",
                    AFTER,
                    "publishing.JdbcAttempts",
                    "begin",
                    "",
                    "the attempt is committed, nothing is sent"),
            at(
                    "publish.posted",
                    AFTER,
                    "pipedrive.PipedriveFiles",
                    "upload",
                    "",
                    "Pipedrive has the file and has said so, nothing is recorded"),
            at(
                    "publish.recording",
                    AFTER,
                    "documents.Publications",
                    "record",
                    "",
                    "the new file is recorded, not committed"),
            at(
                    "publish.recorded",
                    AFTER,
                    "publishing.Delivery",
                    "record",
                    "publishing.Upload",
                    "the new file is recorded, the old one is still there"),
            at(
                    "publish.not-deleted",
                    BEFORE,
                    "pipedrive.PipedriveFiles",
                    "delete",
                    "publishing.Removals",
                    "the old file was looked at, not deleted"),
            at(
                    "publish.deleted",
                    AFTER,
                    "pipedrive.PipedriveFiles",
                    "delete",
                    "publishing.Removals",
                    "the old file is deleted, that is not recorded"),
            at(
                    "publish.settled",
                    AFTER,
                    "documents.SupersededFiles",
                    "settled",
                    "",
                    "the deletion is recorded, the run is not over"),
            at(
                    "publish.run-over",
                    AFTER,
                    "publishing.Publisher",
                    "run",
                    "",
                    "the run is over, the task is still there"),
            at(
                    "lost-answer.looked",
                    AFTER,
                    "publishing.UploadedFiles",
                    "find",
                    "publishing.LostAnswers",
                    "the deal's files were looked through, nothing is recorded"),
            at(
                    "lost-answer.adopted",
                    AFTER,
                    "publishing.Delivery",
                    "record",
                    "publishing.LostAnswers",
                    "the file is adopted, the old one is still there"),
            at(
                    "forgotten.addressed",
                    AFTER,
                    "onlyoffice.DocumentServers",
                    "forgottenFile",
                    "editing.ForgottenFiles",
                    "the forgotten file is known, not fetched"),
            at(
                    "forgotten.stored",
                    AFTER,
                    "editing.SavePath",
                    "take",
                    "editing.ForgottenFiles",
                    "the forgotten file is a version, the Docs server still keeps it"),
            at(
                    "forgotten.deleted",
                    AFTER,
                    "onlyoffice.DocumentServers",
                    "deleteForgotten",
                    "editing.ForgottenFiles",
                    "the Docs server keeps it no longer, the sweep is not over"),
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
                    "the new document is written, not committed"),
            at(
                    "token.exchanged",
                    AFTER,
                    "pipedrive.PipedriveOAuth",
                    "refresh",
                    "",
                    "Pipedrive has handed out a new token, it is not stored"),
            at(
                    "token.stored",
                    AFTER,
                    "installation.JdbcMemberTokens",
                    "save",
                    "installation.TokenRefresh",
                    "the new token is written, not committed"),
            at(
                    "uninstall.tokens-removed",
                    AFTER,
                    "installation.JdbcMemberTokens",
                    "delete",
                    "",
                    "the tokens are deleted, not committed"),
            at(
                    "uninstall.committed",
                    AFTER,
                    "installation.Members",
                    "disconnect",
                    "",
                    "the tokens are gone, Pipedrive was not told"));

    private static Point at(String name, Point.When when, String type, String method, String within, String gap) {
        return new Point(name, when, "io.dealdocs." + type, method, within, gap);
    }

    static Point named(String name) {
        return ALL.stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Point> of(String flow) {
        return ALL.stream().filter(point -> point.flow().equals(flow)).toList();
    }
}
