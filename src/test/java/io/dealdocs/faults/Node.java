package io.dealdocs.faults;

import io.dealdocs.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** The application as a process: kept ready, let go, held, paused, killed. */
final class Node {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final Duration POLL = Duration.ofMillis(40);

    private final JavaProcess child;
    private final int port;
    private final Remote control;

    private Node(JavaProcess child, int port, int controlPort) {
        this.child = child;
        this.port = port;
        this.control = new Remote(controlPort);
    }

    /**
     * How the node's JVM is started.
     *
     * @param temporary its folder for temporary files
     * @param learning the option that says whether it learns or knows
     */
    record Machine(Path temporary, String classPath, String learning) {}

    /** Starts one that waits at its gate. */
    static Node warm(String name, Path folder, Machine machine, List<String> options, Map<String, String> settings) {
        int port = freePort();
        int controlPort = freePort();
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(controlPort), "--server.port=" + port));
        arguments.addAll(options);
        List<String> jvm = List.of("-Xmx256m", "-Djava.io.tmpdir=" + machine.temporary(), machine.learning());
        JavaProcess child = JavaProcess.start(
                name,
                folder,
                new JavaProcess.Program(FaultyApplication.class, machine.classPath(), jvm, arguments, settings));
        return new Node(child, port, controlPort);
    }

    int port() {
        return port;
    }

    boolean alive() {
        return child.alive();
    }

    /** Waits until it stands at its gate; false when it died on the way. */
    boolean awaitWarm() {
        await(() -> !child.alive() || says("warm"));
        return child.alive();
    }

    /** Opens the gate and waits until it serves. */
    void go() {
        control.ask("go", Map.of());
        await(() -> !child.alive() || says("ready"));
        if (!child.alive()) {
            throw new IllegalStateException(child + " died at its start");
        }
    }

    private boolean says(String what) {
        try {
            return control.ask(what, Map.of()).asBoolean();
        } catch (Remote.Away | Remote.Failed notYet) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        if (!Patience.until(LONGEST_START, POLL, condition)) {
            throw new IllegalStateException("a node does not start");
        }
    }

    JsonNode ask(String deed, Map<String, ?> values) {
        return control.ask(deed, values);
    }

    JsonNode ask(String deed, Map<String, ?> values, byte[] body) {
        return control.ask(deed, values, body);
    }

    void arm(Point point) {
        control.ask("arm", Map.of("point", point.name()));
    }

    void release() {
        control.ask("release", Map.of());
    }

    boolean reached(Duration limit) {
        return control.ask("reached", Map.of("millis", limit.toMillis())).asBoolean();
    }

    List<String> missing() {
        List<String> names = new ArrayList<>();
        control.ask("missing", Map.of()).forEach(name -> names.add(name.asString()));
        return names;
    }

    /** Ends it, and waits until its JVM has written down what it has learned. */
    void end() {
        control.ask("end", Map.of());
        child.awaitEnd();
    }

    void kill() {
        child.kill();
    }

    void pause() {
        child.pause();
    }

    void wake() {
        child.wake();
    }

    // Below those that the system hands out by itself: one is kept for a node that starts later, or starts again.
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // Another one then.
            }
        }
    }
}
