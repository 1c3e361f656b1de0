package io.dealdocs.sandbox.docs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Files the server hands out for a while under addresses that cannot be guessed. */
final class Results {

    static final String ROOT = "/cache/files/";

    /** What an address leads to. */
    enum Check {
        GOOD,
        WRONG,
        EXPIRED
    }

    private final World world;
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger(1000);
    private volatile String shard = "";

    Results(World world) {
        this.world = world;
    }

    /** A new address for a file, valid for as long as links live. */
    String publish(String base, String key, Path file, String name) {
        String path = ROOT + "data/" + key + "_" + counter.incrementAndGet() + "/" + name + "/" + name;
        files.put(path, file);
        return link(base, path, name);
    }

    /** A new link to a file that lies in the forgotten folder. */
    String publishForgotten(String base, String key, Path file, String name) {
        String path = ROOT + "forgotten/" + key + "/" + name + "/" + name;
        files.put(path, file);
        return link(base, path, name);
    }

    /** Remembers a shard key; the real server keeps just one, of whatever document, and puts it in every link. */
    void shard(String key) {
        shard = key;
    }

    private String link(String base, String path, String name) {
        long expires =
                world.clock().instant().plus(world.settings().now().urlLife()).getEpochSecond();
        String stub = shard.isEmpty() ? "" : "&shardkey=" + URLEncoder.encode(shard, StandardCharsets.UTF_8);
        return base + path + "?md5=" + sign(path, expires) + "&expires=" + expires + stub + "&filename="
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    Check check(String path, String md5, String expires) {
        if (!expires.matches("\\d{1,12}")
                || !MessageDigest.isEqual(
                        md5.getBytes(StandardCharsets.UTF_8),
                        sign(path, Long.parseLong(expires)).getBytes(StandardCharsets.UTF_8))) {
            return Check.WRONG;
        }
        boolean late = Long.parseLong(expires) < world.clock().instant().getEpochSecond();
        return late ? Check.EXPIRED : Check.GOOD;
    }

    @Nullable Path file(String path) {
        return files.get(path);
    }

    /** The document key an address belongs to. */
    static String keyOf(String path) {
        String[] parts = path.split("/", -1);
        String folder = parts.length > 4 ? parts[4] : "";
        return path.startsWith(ROOT + "data/") ? folder.replaceFirst("_\\d+$", "") : folder;
    }

    private String sign(String path, long expires) {
        try {
            String content = expires + path + world.settings().now().secret();
            byte[] md5 = MessageDigest.getInstance("MD5").digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(md5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void clear() {
        files.clear();
        shard = "";
    }
}
