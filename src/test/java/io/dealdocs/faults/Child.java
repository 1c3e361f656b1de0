package io.dealdocs.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JVM of its own, which can be killed, stopped and woken. */
final class Child {

    private final String name;
    private final Process process;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts a program; what it prints goes to {@code NAME.log} in the folder. */
    static Child start(String name, Path folder, Command command) {
        try {
            Path log = Files.createDirectories(folder).resolve(name + ".log");
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dvaadin.productionMode=true"));
            line.addAll(command.jvm());
            line.addAll(List.of("-cp", classPath(), command.main().getName()));
            line.addAll(command.arguments());
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(command.environment());
            return new Child(name, builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What to start. */
    record Command(Class<?> main, List<String> jvm, List<String> arguments, Map<String, String> environment) {}

    boolean alive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does: nothing is finished, nothing is told. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it where it stands, as a machine that sleeps. */
    void pause() {
        signal("STOP");
    }

    void wake() {
        signal("CONT");
    }

    private void signal(String which) {
        try {
            new ProcessBuilder("kill", "-" + which, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    // The class path of this very program, whichever runner started it.
    private static String classPath() {
        if (Child.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(Child::file)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
        String surefire = System.getProperty("surefire.test.class.path", "");
        return surefire.isEmpty() ? System.getProperty("java.class.path") : surefire;
    }

    private static String file(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }

    @Override
    public String toString() {
        return name + " (pid " + process.pid() + ")";
    }
}
