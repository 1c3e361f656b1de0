package io.dealdocs.pipedrive;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pipedrive's file object (pipedrive contract, section 3.4). */
record FilePayload(LenientJson json) {

    private static final Pattern GOOGLE_ID = Pattern.compile("[A-Za-z0-9_-]{10,128}");

    /** Stands for an uploader whom Pipedrive does not name; no user has this number. */
    private static final UserId UNNAMED_UPLOADER = new UserId(Long.MAX_VALUE);

    /** The file, unless the object lacks even an id. */
    Optional<PipedriveFile> file() {
        return json.number("id") <= 0 ? Optional.empty() : Optional.of(read());
    }

    private PipedriveFile read() {
        Instant updated = firstOf(json.time("update_time"), json.time("add_time"));
        return new PipedriveFile(
                new FileId(json.number("id")),
                name(),
                Math.max(0, json.number("file_size")),
                json.number("user_id") > 0 ? new UserId(json.number("user_id")) : UNNAMED_UPLOADER,
                null,
                firstOf(json.time("add_time"), updated),
                updated,
                json.number("deal_id") > 0 ? new DealId(json.number("deal_id")) : null,
                attachment(),
                json.flag("active_flag", true),
                json.flag("inline_flag", false),
                json.text("remote_location").isBlank() ? "s3" : json.text("remote_location"),
                googleId());
    }

    // The contract calls the field internal: what does not look like an id of Google's leads nowhere.
    private @Nullable String googleId() {
        String id = json.text("remote_id");
        boolean google = json.text("remote_location").startsWith("google");
        return google && GOOGLE_ID.matcher(id).matches() ? id : null;
    }

    private static Instant firstOf(@Nullable Instant one, @Nullable Instant other) {
        return Objects.requireNonNullElse(one, Objects.requireNonNullElse(other, Instant.EPOCH));
    }

    private String name() {
        String name = json.text("name");
        return name.isBlank() ? json.text("file_name") : name;
    }

    /** A person or organisation does not count: whatever is uploaded to a deal is linked to the deal's own two. */
    private PipedriveFile.Attachment attachment() {
        return Map.of(
                        "mail_message_id", PipedriveFile.Attachment.MAIL,
                        "mail_template_id", PipedriveFile.Attachment.MAIL,
                        "activity_id", PipedriveFile.Attachment.ACTIVITY,
                        "lead_id", PipedriveFile.Attachment.LEAD,
                        "product_id", PipedriveFile.Attachment.PRODUCT,
                        "project_id", PipedriveFile.Attachment.PROJECT)
                .entrySet()
                .stream()
                .filter(link -> hangsOn(link.getKey()))
                .map(Map.Entry::getValue)
                .min(Enum::compareTo)
                .orElse(PipedriveFile.Attachment.DEAL_ONLY);
    }

    private boolean hangsOn(String field) {
        String id = json.text(field).strip();
        return !id.isEmpty() && !id.equals("0");
    }
}
