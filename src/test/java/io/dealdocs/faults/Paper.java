package io.dealdocs.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

/** A document that somebody writes into, with everything that was typed and left in it. */
final class Paper {

    private static final int LARGE_BYTES = 1_400_000;

    private final String name;
    private final String id;
    private final long user;
    private final List<String> texts = new ArrayList<>();
    private @Nullable String editor;
    private String key = "";

    Paper(String name, String id, long user) {
        this.name = name;
        this.id = id;
        this.user = user;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    /** Who writes in it. */
    long user() {
        return user;
    }

    synchronized @Nullable String editor() {
        return editor;
    }

    synchronized String key() {
        return key;
    }

    synchronized void opened(String inEditor, String underKey) {
        editor = inEditor;
        key = underKey;
    }

    /** The editor that is left by this, if it was open at all. */
    synchronized @Nullable String leave() {
        String left = editor;
        editor = null;
        return left;
    }

    synchronized void typed(String text) {
        texts.add(text);
    }

    /** What was typed last was in a Docs server that died: nobody promised anything. */
    synchronized void forgetLast() {
        if (!texts.isEmpty()) {
            texts.removeLast();
        }
    }

    synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    /** A text document; a large one takes more than one chunk, for its picture cannot be compressed. */
    static byte[] content(Random random, boolean large) {
        try (XWPFDocument words = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            words.createParagraph().createRun().setText("as it was " + random.nextLong());
            if (large) {
                byte[] noise = new byte[LARGE_BYTES];
                random.nextBytes(noise);
                words.createParagraph()
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(noise),
                                PictureType.PNG,
                                "noise.png",
                                Units.toEMU(20),
                                Units.toEMU(20));
            }
            words.write(bytes);
            return bytes.toByteArray();
        } catch (IOException | InvalidFormatException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
