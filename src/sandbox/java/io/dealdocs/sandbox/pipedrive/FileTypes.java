package io.dealdocs.sandbox.pipedrive;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file's name says about its kind. */
final class FileTypes {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("docx", OFFICE + "wordprocessingml.document"),
            Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
            Map.entry("pptx", OFFICE + "presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("zip", "application/zip"),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"),
            Map.entry("html", "text/html"),
            Map.entry("rtf", "application/rtf"));

    private FileTypes() {}

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Pipedrive's own word for a kind: img for pictures, else the extension (pipedrive contract, section 3.4). */
    static String wireType(String name, FileOrigin origin) {
        if (origin == FileOrigin.GOOGLE) {
            return "gdoc";
        }
        String extension = extension(name);
        return PICTURES.contains(extension) ? "img" : extension;
    }

    static String mediaType(String name) {
        return MEDIA_TYPES.getOrDefault(extension(name), "application/octet-stream");
    }
}
