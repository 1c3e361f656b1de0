package io.dealdocs.sandbox.pipedrive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A file as version 1 of the REST interface shows it, oddities included (pipedrive contract, section 3.4). */
final class FileJson {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final boolean list;
    private final boolean idsAreStrings;

    /**
     * A writer of file objects.
     *
     * @param list whether they stand in a list, where missing texts are empty instead of null
     */
    FileJson(World world, boolean list) {
        this.list = list;
        idsAreStrings = world.faults().is(Switch.IDS_ARE_STRINGS);
    }

    ObjectNode write(FileRecord file, @Nullable Deal deal) {
        ObjectNode node = Json.object();
        id(node, "id", file.id());
        id(node, "user_id", file.userId());
        node.putNull("log_id").put("add_time", time(file.addTime())).put("update_time", time(file.updateTime()));
        node.put("file_name", file.storageName())
                .put("file_size", file.size())
                .put("active_flag", file.active())
                .put("inline_flag", file.origin() == FileOrigin.INLINE_PICTURE);
        storage(node, file);
        node.put("name", file.name());
        text(node, "description", file.description());
        links(node, file.links());
        contacts(node, deal);
        node.put("cid", file.origin() == FileOrigin.INLINE_PICTURE ? "image001.png@01DB.acme" : null);
        return node.put("file_type", FileTypes.wireType(file.name(), file.origin()));
    }

    private void storage(ObjectNode node, FileRecord file) {
        boolean google = file.origin() == FileOrigin.GOOGLE;
        String key = google
                ? "1A" + file.storageName().substring(0, 30)
                : "company/" + file.companyId() + "/user/" + file.userId() + "/files/" + file.storageName();
        node.put("remote_location", google ? "googledocs" : "s3")
                .put("remote_id", key)
                .putNull("s3_bucket")
                .put("url", "https://app.pipedrive.com/api/v1/files/" + file.id() + "/download");
    }

    private void links(ObjectNode node, FileLinks links) {
        id(node, "deal_id", links.deal());
        id(node, "activity_id", links.activity());
        id(node, "product_id", links.product());
        id(node, "project_id", links.project());
        id(node, "mail_message_id", links.mailMessage());
        node.put("lead_id", links.lead()).putNull("mail_template_id");
        text(node, "product_name", links.product() == null ? null : "Oak desk");
        text(node, "project_name", links.project() == null ? null : "Roll-out");
        text(node, "lead_name", links.lead() == null ? null : "Incoming lead");
    }

    private void contacts(ObjectNode node, @Nullable Deal deal) {
        id(node, "person_id", deal == null ? null : deal.person().id());
        id(node, "org_id", deal == null ? null : deal.organization().id());
        text(node, "deal_name", deal == null ? null : deal.title());
        text(node, "person_name", deal == null ? null : deal.person().name());
        text(node, "org_name", deal == null ? null : deal.organization().name());
        if (list) {
            text(node, "people_name", deal == null ? null : deal.person().name());
        }
    }

    private void id(ObjectNode node, String name, @Nullable Long id) {
        if (id != null && idsAreStrings) {
            node.put(name, Long.toString(id));
        } else {
            node.put(name, id);
        }
    }

    private void text(ObjectNode node, String name, @Nullable String value) {
        node.put(name, value == null && list ? "" : value);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
