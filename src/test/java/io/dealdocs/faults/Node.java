package io.dealdocs.faults;

import io.dealdocs.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** The application as a process: kept ready, let go, held, paused, killed. */
final class Node {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(40);

    private final JavaProcess child;
    private final int port;
    private final Remote control;

    private Node(JavaProcess child, int port, int controlPort) {
        this.child = child;
        this.port = port;
        this.control = new Remote(controlPort);
    }

    /** Starts one that waits at its gate. */
    static Node warm(String name, Path folder, Path temporary, List<String> options, Map<String, String> settings) {
        int port = freePort();
        int controlPort = freePort();
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(controlPort), "--server.port=" + port));
        arguments.addAll(options);
        List<String> jvm = List.of("-Xmx256m", "-Djava.io.tmpdir=" + temporary);
        JavaProcess child = JavaProcess.start(
                name, folder, new JavaProcess.Program(FaultyApplication.class, jvm, arguments, settings));
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

    void kill() {
        child.kill();
    }

    void pause() {
        child.pause();
    }

    void wake() {
        child.wake();
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
