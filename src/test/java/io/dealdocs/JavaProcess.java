package io.dealdocs;

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

/** A program as a JVM of its own, which can be killed, stopped where it stands and woken. */
public final class JavaProcess {

    private static final String SEPARATOR = System.getProperty("path.separator");

    private final String name;
    private final Process process;

    private JavaProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * What to start.
     *
     * @param main whose {@code main} it is
     * @param classPath where it is found
     * @param jvm options of the JVM
     * @param arguments of the program
     * @param environment besides this process's own
     */
    public record Program(
            Class<?> main,
            String classPath,
            List<String> jvm,
            List<String> arguments,
            Map<String, String> environment) {

        /** One on the class path of this very program. */
        public Program(Class<?> main, List<String> jvm, List<String> arguments, Map<String, String> environment) {
            this(main, JavaProcess.classPath(), jvm, arguments, environment);
        }
    }

    /** Starts a program; what it prints is added to {@code NAME.log} in the folder. */
    public static JavaProcess start(String name, Path folder, Program program) {
        try {
            Path log = Files.createDirectories(folder).resolve(name + ".log");
            ProcessBuilder builder = new ProcessBuilder(line(program))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(program.environment());
            return new JavaProcess(name, builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> line(Program program) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dvaadin.productionMode=true"));
        line.addAll(program.jvm());
        line.addAll(List.of("-cp", program.classPath(), program.main().getName()));
        line.addAll(program.arguments());
        return line;
    }

    /** Whether it runs, be it stopped. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Waits until it has ended by itself. */
    public void awaitEnd() {
        process.onExit().join();
    }

    /** As {@code kill -9} does: nothing is finished, nothing is told. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As a machine does that is out of memory or is moved to another one: everything stands still. */
    public void pause() {
        signal("STOP");
    }

    /** Goes on where it was paused, knowing nothing of the time that passed. */
    public void wake() {
        signal("CONT");
    }

    private void signal(String which) {
        try {
            int done = new ProcessBuilder("kill", "-" + which, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (done != 0) {
                throw new IllegalStateException("kill -" + which + " ended with " + done);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The class path of this very program, whichever runner started it. */
    public static String classPath() {
        if (JavaProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(JavaProcess::file).collect(Collectors.joining(SEPARATOR));
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
