package io.dealdocs.faults;

import static io.dealdocs.faults.Point.When.AFTER;
import static io.dealdocs.faults.Point.When.BEFORE;
import static io.dealdocs.faults.Point.at;

import java.util.List;

/** Between the effects of bringing a version to Pipedrive. */
final class PublishingPoints {

    private PublishingPoints() {}

    static final List<Point> ALL = List.of(
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
                    "the file is adopted, the old one is still there"));
}
