package io.dealdocs.faults;

import io.dealdocs.sandbox.docs.CallbackRecord;
import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.docs.OpenRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The stand-in for ONLYOFFICE Docs as a process: editors without browsers, and a book of every save that was
 * acknowledged, with the digest of what was handed over.
 */
final class DocsProcess {

    private static final long LOOK_MILLIS = 25;

    private final DocsSandbox docs;
    private final Path book;
    private final Map<String, HeadlessEditor> editors = new ConcurrentHashMap<>();
    private final AtomicLong lastEditor = new AtomicLong();
    private int written;

    private DocsProcess(DocsSandbox docs, Path book) {
        this.docs = docs;
        this.book = book;
    }

    /** Starts it on a port, with a control on another. */
    public static void main(String[] arguments) throws Exception {
        DocsSandbox docs = DocsSandbox.start(DocsSandboxOptions.demo().withPort(Integer.parseInt(arguments[0])));
        DocsProcess process = new DocsProcess(docs, Path.of(arguments[2]));
        process.serve(Integer.parseInt(arguments[1]));
        process.keepTheBook();
    }

    private void serve(int port) {
        RemoteControl.start(port)
                .on("open", this::open)
                .on("type", asked -> with(asked, editor -> editor.addParagraph(asked.text("text"))))
                .on("force-save", asked -> with(asked, HeadlessEditor::save))
                .on(
                        "close",
                        asked -> with(asked, editor -> {
                            editors.remove(asked.text("editor"));
                            editor.close();
                        }))
                .on("fault", this::fault)
                .on("pending", asked -> docs.faults().pending().size())
                .on("clear", asked -> {
                    docs.faults().clear();
                    return true;
                })
                .on("forgotten", asked -> docs.forgotten())
                .on(
                        "answers",
                        asked -> docs.callbacks().stream()
                                .skip(asked.number("from"))
                                .map(CallbackRecord::answerStatus)
                                .toList());
    }

    private Object open(RemoteControl.Asked asked) {
        try {
            String id = "e" + lastEditor.incrementAndGet();
            editors.put(id, docs.open(asked.json()));
            return Map.of("editor", id);
        } catch (OpenRefusedException refused) {
            return Map.of("refused", refused.code());
        }
    }

    private interface Work {
        void with(HeadlessEditor editor);
    }

    private boolean with(RemoteControl.Asked asked, Work work) {
        work.with(Objects.requireNonNull(editors.get(asked.text("editor")), "no such editor"));
        return true;
    }

    private Object fault(RemoteControl.Asked asked) {
        docs.faults()
                .add(Fault.once(FaultName.valueOf(asked.text("name")))
                        .forKey(asked.text("key"))
                        .times(Math.toIntExact(asked.number("times")))
                        .millis(asked.number("millis"))
                        .status(Math.toIntExact(asked.number("status"))));
        return true;
    }

    // A line per save: what is in the book was acknowledged, whatever becomes of this process.
    private void keepTheBook() throws Exception {
        while (true) {
            List<CallbackRecord> callbacks = docs.callbacks();
            for (CallbackRecord callback : callbacks.subList(written, callbacks.size())) {
                if (callback.accepted() && !callback.url().isEmpty() && isSave(callback)) {
                    note(callback);
                }
            }
            written = callbacks.size();
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static boolean isSave(CallbackRecord callback) {
        return callback.body().path("url").isString();
    }

    private void note(CallbackRecord callback) throws Exception {
        String line = callback.key() + " " + callback.status() + " "
                + sha256(callback.body().path("url").asString()) + "\n";
        Files.writeString(book, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String sha256(String address) throws Exception {
        try (InputStream bytes = URI.create(address).toURL().openStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[16 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException gone) {
            return "unknown";
        }
    }
}
