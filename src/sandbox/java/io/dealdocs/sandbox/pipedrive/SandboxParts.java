package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Puts the sandbox together and takes it apart. */
final class SandboxParts implements AutoCloseable {
    private final World world;
    private final List<SandboxServer> servers;
    private final Optional<Path> temporary;
    private final Grants grants;
    private final Rates rates;
    private final FileCabinet cabinet;
    private final FrameTokens frameTokens;
    private final Uninstaller uninstaller;

    private SandboxParts(World world, List<SandboxServer> servers, Optional<Path> temporary) {
        this.world = world;
        this.servers = servers;
        this.temporary = temporary;
        grants = new Grants(world);
        rates = new Rates(world);
        cabinet = new FileCabinet(world);
        frameTokens = new FrameTokens(world);
        uninstaller = new Uninstaller(world, grants);
    }

    static SandboxParts start(PipedriveSandboxOptions options) throws IOException {
        List<SandboxServer> servers = bind(options);
        try {
            Optional<Path> temporary = options.dataDirectory().isPresent()
                    ? Optional.empty()
                    : Optional.of(Files.createTempDirectory("pipedrive-sandbox"));
            World world = world(options, servers, temporary);
            var parts = new SandboxParts(world, servers, temporary);
            if (!world.state().restore()) {
                new Seed(world).sow();
            }
            world.clock().onMove(() -> world.state().change(book -> book));
            parts.serve();
            return parts;
        } catch (IOException | RuntimeException e) {
            servers.forEach(SandboxServer::close);
            throw e;
        }
    }

    private static List<SandboxServer> bind(PipedriveSandboxOptions options) {
        List<SandboxServer> servers = new ArrayList<>();
        try {
            for (int port : new int[] {options.acmePort(), options.globexPort(), options.storagePort()}) {
                servers.add(SandboxServer.bind(port));
            }
            return servers;
        } catch (UncheckedIOException e) {
            servers.forEach(SandboxServer::close);
            throw e;
        }
    }

    private static World world(PipedriveSandboxOptions options, List<SandboxServer> servers, Optional<Path> temporary)
            throws IOException {
        Optional<Path> kept = options.dataDirectory();
        Path directory = Files.createDirectories(kept.or(() -> temporary).orElseThrow());
        var clock = new SandboxClock(options.clock());
        return new World(
                new World.Origins(
                        servers.get(0).origin(),
                        servers.get(1).origin(),
                        servers.get(2).origin()),
                new Directory(),
                new SandboxState(kept.map(StateFile::new), clock),
                new Blobs(directory.resolve("files"), kept.isPresent()),
                new SandboxFaults(options),
                new RequestLog(),
                clock,
                options.frameSandbox(),
                new AtomicReference<>(options.app()));
    }

    private void serve() {
        var signature = new StorageSignature(world);
        var control = new Control(this);
        List<Company> companies = world.directory().companies();
        for (int i = 0; i < companies.size(); i++) {
            Handler origin = new CompanyOrigin(this, companies.get(i), signature, control);
            servers.get(i).start(origin, CompanyOrigin::kind, world.log(), world.clock());
        }
        Handler storage = control.orElse(new StorageOrigin(world, signature));
        servers.get(2).start(storage, _ -> RecordedRequest.Kind.STORAGE, world.log(), world.clock());
    }

    World world() {
        return world;
    }

    Grants grants() {
        return grants;
    }

    Rates rates() {
        return rates;
    }

    FileCabinet cabinet() {
        return cabinet;
    }

    FrameTokens frameTokens() {
        return frameTokens;
    }

    Uninstaller uninstaller() {
        return uninstaller;
    }

    void reset() {
        world.faults().clear();
        rates.clear();
        world.log().clear();
        try {
            new Seed(world).sow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        world.faults().clear();
        servers.forEach(SandboxServer::close);
        uninstaller.close();
        temporary.ifPresent(SandboxParts::delete);
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(SandboxParts.class.getName())
                    .log(System.Logger.Level.DEBUG, "Temporary files stay: " + directory, e);
        }
    }
}
