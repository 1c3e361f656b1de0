package io.dealdocs.faults;

import io.dealdocs.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The class path in jars, with what a JVM has learned of it once: a node is started a hundred times in a run, and needs
 * half the time so. Only classes from jars can be learned.
 */
record Packed(String classPath, Path learned) {

    /** Puts folders of the class path of this program into jars. */
    static Packed in(Path folder) {
        try {
            Path jars = Files.createDirectories(folder.toAbsolutePath().resolve("jars"));
            List<String> entries = new ArrayList<>();
            for (String entry : JavaProcess.classPath().split(File.pathSeparator, -1)) {
                Path path = Path.of(entry);
                if (Files.isDirectory(path)) {
                    entries.add(jar(path, jars.resolve(entries.size() + ".jar")).toString());
                } else if (Files.exists(path)) {
                    entries.add(entry);
                }
            }
            return new Packed(String.join(File.pathSeparator, entries), jars.resolve("learned.aot"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path jar(Path folder, Path jar) {
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        PrintWriter out = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int done =
                tool.run(out, out, "--create", "--no-compress", "--file", jar.toString(), "-C", folder.toString(), ".");
        if (done != 0) {
            throw new IllegalStateException("no jar of " + folder);
        }
        return jar;
    }

    /** For the JVM that learns. */
    String learn() {
        return "-XX:AOTCacheOutput=" + learned;
    }

    /** For those that know already. */
    String know() {
        return "-XX:AOTCache=" + learned;
    }
}
