package io.dealdocs.sandbox.pipedrive;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses of stored files that are good for a minute. */
final class StorageSignature {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final World world;
    private final byte[] key = Tokens.random(32);

    StorageSignature(World world) {
        this.world = world;
    }

    /** What an address is worth. */
    enum Verdict {
        GOOD,
        EXPIRED,
        WRONG
    }

    String sign(FileRecord file) {
        String path = "/company/" + file.companyId() + "/user/" + file.userId() + "/files/" + file.storageName();
        String date = STAMP.format(world.clock().instant());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        query.put("X-Amz-Date", date);
        query.put("X-Amz-Expires", Long.toString(LIFE.toSeconds()));
        query.put("X-Amz-SignedHeaders", "host");
        query.put("response-content-disposition", Disposition.attachment(file.name()));
        query.put("X-Amz-Signature", signature(path, new Form(query)));
        return world.origins().storage() + path + "?" + Form.encode(query);
    }

    Verdict check(String path, Form query) {
        String given = query.get("X-Amz-Signature").orElse("");
        if (!Tokens.same(given, signature(path, query))) {
            return Verdict.WRONG;
        }
        try {
            Instant signed = STAMP.parse(query.required("X-Amz-Date"), Instant::from);
            Duration life = Duration.ofSeconds(Long.parseLong(query.required("X-Amz-Expires")));
            return world.clock().instant().isBefore(signed.plus(life)) ? Verdict.GOOD : Verdict.EXPIRED;
        } catch (DateTimeParseException | NumberFormatException e) {
            return Verdict.WRONG;
        }
    }

    private String signature(String path, Form query) {
        Map<String, String> signed = new LinkedHashMap<>(query.values());
        signed.remove("X-Amz-Signature");
        return HexFormat.of().formatHex(Tokens.hmac(key, path + "?" + Form.encode(signed)));
    }
}
