package io.dealdocs.editing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** How a whole file of a format begins and ends, as far as the format tells. */
enum ContentShape {
    /** A zip archive: OpenDocument, and the archive of changes. */
    ZIP,
    /** Office Open XML: a zip archive, or with a password a compound file. */
    OOXML,
    /** The binary formats before that; nothing marks their end. */
    COMPOUND,
    PDF,
    /** Texts, and what we do not know. */
    ANY;

    /** So much of the beginning is looked at. */
    static final int HEAD = 8;

    /** So much of the end: the record that a zip archive ends with, and the longest remark behind it. */
    static final int TAIL = 22 + 0xffff;

    private static final byte[] LOCAL_FILE = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] PDF_FILE = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int PDF_TAIL = 1024;

    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_END_SIZE = 22;
    private static final int DIRECTORY_SIZE_AT = 12;
    private static final int DIRECTORY_START_AT = 16;
    private static final int REMARK_AT = 20;
    private static final long ELSEWHERE = 0xffffffffL;

    private static final Set<String> OFFICE = Set.of(
            "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xlsb", "xltx", "xltm", "pptx", "pptm", "ppsx", "ppsm",
            "potx", "potm");
    private static final Set<String> ARCHIVES =
            Set.of("odt", "ott", "ods", "ots", "odp", "otp", "odg", "epub", "zip", "vsdx", "xps", "oxps");
    private static final Set<String> BINARIES = Set.of("doc", "dot", "xls", "xlt", "ppt", "pps", "pot");

    /** The shape of a format's files. */
    static ContentShape of(String extension) {
        if (OFFICE.contains(extension)) {
            return OOXML;
        }
        if (ARCHIVES.contains(extension)) {
            return ZIP;
        }
        if (BINARIES.contains(extension)) {
            return COMPOUND;
        }
        return extension.equals("pdf") ? PDF : ANY;
    }

    /** Whether a file may begin so. */
    boolean begins(byte[] head) {
        return switch (this) {
            case ZIP -> startsWith(head, LOCAL_FILE);
            case OOXML -> startsWith(head, LOCAL_FILE) || startsWith(head, COMPOUND_FILE);
            case COMPOUND -> startsWith(head, COMPOUND_FILE);
            case PDF -> startsWith(head, PDF_FILE);
            case ANY -> true;
        };
    }

    /** Whether a file that begins and ends so, and is that long, has everything between. */
    boolean ends(byte[] head, byte[] tail, long size) {
        return switch (this) {
            case ZIP, OOXML -> startsWith(head, COMPOUND_FILE) || archiveEnds(tail, size);
            case PDF -> endsWithMark(tail);
            case COMPOUND, ANY -> true;
        };
    }

    // The record at the end tells where the directory before it lies: only in a whole archive does it fit.
    private static boolean archiveEnds(byte[] tail, long size) {
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.length - DIRECTORY_END_SIZE; at >= 0; at--) {
            if (bytes.getInt(at) == DIRECTORY_END
                    && at + DIRECTORY_END_SIZE + Short.toUnsignedInt(bytes.getShort(at + REMARK_AT)) == tail.length) {
                return directoryFits(bytes, at, size - tail.length + at);
            }
        }
        return false;
    }

    private static boolean directoryFits(ByteBuffer bytes, int record, long end) {
        long length = Integer.toUnsignedLong(bytes.getInt(record + DIRECTORY_SIZE_AT));
        long start = Integer.toUnsignedLong(bytes.getInt(record + DIRECTORY_START_AT));
        return start == ELSEWHERE || length == ELSEWHERE || start + length == end;
    }

    private static boolean endsWithMark(byte[] tail) {
        for (int at = tail.length - PDF_END.length; at >= Math.max(0, tail.length - PDF_TAIL); at--) {
            if (Arrays.equals(tail, at, at + PDF_END.length, PDF_END, 0, PDF_END.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
