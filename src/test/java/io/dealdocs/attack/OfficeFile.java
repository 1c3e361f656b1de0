package io.dealdocs.attack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Text documents whose words lie in the file as they are, so that they are found wherever a part of it turns up. */
final class OfficeFile {

    private OfficeFile() {}

    static byte[] of(String words) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream packed = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(words);
            document.write(packed);
            return unpacked(packed.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] unpacked(byte[] zip) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream to = new ZipOutputStream(plain)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] part = from.readAllBytes();
                to.putNextEntry(stored(entry.getName(), part));
                to.write(part);
                to.closeEntry();
            }
        }
        return plain.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] part) {
        CRC32 sum = new CRC32();
        sum.update(part);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(part.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
