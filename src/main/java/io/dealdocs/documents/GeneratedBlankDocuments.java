package io.dealdocs.documents;

import io.dealdocs.shared.ContentSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes blank documents from the project's own texts; the same wish always makes the same bytes. */
final class GeneratedBlankDocuments implements BlankDocuments {

    /** The first moment that an archive can name. */
    private static final LocalDateTime WHENEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public ContentSource create(DocumentKind kind, Locale locale) {
        var values = BlankTemplates.values(BlankLanguage.of(locale), BlankPage.of(locale));
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            for (var part : BlankParts.of(kind)) {
                var entry = new ZipEntry(part.name());
                entry.setTimeLocal(WHENEVER);
                archive.putNextEntry(entry);
                archive.write(BlankTemplates.filled(part.template(), values));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(bytes.toByteArray());
    }

    /** A few kilobytes in memory. */
    private static final class Content implements ContentSource {

        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
