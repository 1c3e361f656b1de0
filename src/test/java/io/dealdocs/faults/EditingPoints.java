package io.dealdocs.faults;

import static io.dealdocs.faults.Point.When.AFTER;
import static io.dealdocs.faults.Point.When.AFTER_FIRST_CHUNK;
import static io.dealdocs.faults.Point.When.BEFORE;
import static io.dealdocs.faults.Point.at;

import java.util.List;

/** Between the effects of editing: opening, saving, and fetching what the Docs server kept. */
final class EditingPoints {

    private EditingPoints() {}

    static final List<Point> ALL = List.of(
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
                    "the Docs server keeps it no longer, the sweep is not over"));
}
