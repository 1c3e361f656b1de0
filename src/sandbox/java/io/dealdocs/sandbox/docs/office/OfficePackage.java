package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The zip an office file is: its parts are read by name and replaced by name. */
final class OfficePackage implements AutoCloseable {

    private final ZipFile zip;

    OfficePackage(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** A part as text, empty if there is none of this name. */
    String text(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes the package again; parts that are not named keep their bytes, their order and their way of packing. */
    void rewrite(Map<String, String> parts, OutputStream out) throws IOException {
        ZipOutputStream target = new ZipOutputStream(out);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            copy(entry, parts.get(entry.getName()), target);
        }
        target.finish();
    }

    private void copy(ZipEntry entry, @Nullable String replaced, ZipOutputStream target) throws IOException {
        ZipEntry next = new ZipEntry(entry.getName());
        next.setTime(entry.getTime());
        if (replaced == null && entry.getMethod() == ZipEntry.STORED) {
            next.setMethod(ZipEntry.STORED);
            next.setSize(entry.getSize());
            next.setCrc(entry.getCrc());
        }
        target.putNextEntry(next);
        if (replaced == null) {
            try (InputStream in = zip.getInputStream(entry)) {
                in.transferTo(target);
            }
        } else {
            target.write(replaced.getBytes(StandardCharsets.UTF_8));
        }
        target.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
