package io.dealdocs.sandbox.pipedrive;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a Pipedrive sandbox is set up.
 *
 * @param acmePort port of company Acme and of the sign-in; 0 for any free one
 * @param globexPort port of company Globex; 0 for any free one
 * @param storagePort port of the file storage; 0 for any free one
 * @param app the app that can be installed
 * @param dataDirectory where the state survives a restart; empty keeps it in memory and in temporary files
 * @param clock time before it is moved
 * @param switches the behaviours that differ from the defaults
 * @param limits the numbers that Pipedrive sets
 * @param frameSandbox value of the frames' sandbox attribute
 */
public record PipedriveSandboxOptions(
        int acmePort,
        int globexPort,
        int storagePort,
        AppRegistration app,
        Optional<Path> dataDirectory,
        Clock clock,
        Set<Switch> switches,
        SandboxLimits limits,
        String frameSandbox) {

    public PipedriveSandboxOptions {
        switches = Set.copyOf(switches);
    }

    /** Any free ports, nothing kept, every switch off, an app at port 8080. */
    public static PipedriveSandboxOptions defaults() {
        return new PipedriveSandboxOptions(
                0,
                0,
                0,
                AppRegistration.at(URI.create("http://localhost:8080")),
                Optional.empty(),
                Clock.systemUTC(),
                Set.of(),
                SandboxLimits.defaults(),
                "allow-scripts allow-same-origin allow-popups");
    }

    /** The same on the given ports. */
    public PipedriveSandboxOptions withPorts(int acme, int globex, int storage) {
        return new PipedriveSandboxOptions(
                acme, globex, storage, app, dataDirectory, clock, switches, limits, frameSandbox);
    }

    /** The same with another app. */
    public PipedriveSandboxOptions withApp(AppRegistration other) {
        return new PipedriveSandboxOptions(
                acmePort, globexPort, storagePort, other, dataDirectory, clock, switches, limits, frameSandbox);
    }

    /** The same, kept in a folder. */
    public PipedriveSandboxOptions withDataDirectory(Path directory) {
        return new PipedriveSandboxOptions(
                acmePort, globexPort, storagePort, app, Optional.of(directory), clock, switches, limits, frameSandbox);
    }

    /** The same at another time. */
    public PipedriveSandboxOptions withClock(Clock other) {
        return new PipedriveSandboxOptions(
                acmePort, globexPort, storagePort, app, dataDirectory, other, switches, limits, frameSandbox);
    }

    /** The same with a switch turned on. */
    public PipedriveSandboxOptions with(Switch on) {
        var more = new TreeSet<>(switches);
        more.add(on);
        return new PipedriveSandboxOptions(
                acmePort, globexPort, storagePort, app, dataDirectory, clock, more, limits, frameSandbox);
    }

    /** The same with other limits. */
    public PipedriveSandboxOptions withLimits(SandboxLimits other) {
        return new PipedriveSandboxOptions(
                acmePort, globexPort, storagePort, app, dataDirectory, clock, switches, other, frameSandbox);
    }

    /** The same with another sandbox attribute on the frames. */
    public PipedriveSandboxOptions withFrameSandbox(String attribute) {
        return new PipedriveSandboxOptions(
                acmePort, globexPort, storagePort, app, dataDirectory, clock, switches, limits, attribute);
    }

    /** The same with the deals that tests fill themselves left empty. */
    public PipedriveSandboxOptions withEmptyDeals() {
        return with(Switch.EMPTY_DEALS);
    }
}
