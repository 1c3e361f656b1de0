package io.dealdocs.faults;

import io.dealdocs.sandbox.pipedrive.AppRegistration;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.PipedriveSandboxOptions;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.sandbox.pipedrive.SandboxLimits;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The stand-in for Pipedrive as a process; what it has taken survives a kill. */
final class PipedriveProcess {

    private static final SandboxLimits GENEROUS =
            new SandboxLimits(100_000_000, 100_000, 50L << 20, Duration.ofSeconds(10), 385);

    private final PipedriveSandbox pipedrive;
    private final Map<Long, String> digests = new ConcurrentHashMap<>();

    private PipedriveProcess(PipedriveSandbox pipedrive) {
        this.pipedrive = pipedrive;
    }

    /** Starts it: three ports, the port of its control, its folder, and the app's address. */
    public static void main(String[] arguments) throws InterruptedException {
        PipedriveSandboxOptions options = PipedriveSandboxOptions.defaults()
                .withPorts(port(arguments[0]), port(arguments[1]), port(arguments[2]))
                .withDataDirectory(Path.of(arguments[4]))
                .withApp(AppRegistration.at(URI.create(arguments[5])))
                .withLimits(GENEROUS)
                .withEmptyDeals();
        new PipedriveProcess(PipedriveSandbox.start(options)).serve(port(arguments[3]));
        Thread.currentThread().join();
    }

    private static int port(String text) {
        return Integer.parseInt(text);
    }

    private void serve(int port) {
        RemoteControl.start(port)
                .on("files", asked -> files(asked.number("deal")))
                .on(
                        "content",
                        asked ->
                                file(asked.number("deal"), asked.number("file")).bytes())
                .on(
                        "add",
                        asked -> pipedrive
                                .addFile(
                                        PipedriveSandbox.ACME,
                                        asked.number("deal"),
                                        asked.number("user"),
                                        asked.text("name"),
                                        asked.body())
                                .id())
                .on("code", asked -> pipedrive.authorizationCode(PipedriveSandbox.ACME, asked.number("user")))
                .on("uninstall", asked -> pipedrive.uninstall(PipedriveSandbox.ACME, asked.number("user")))
                .on("expire-tokens", asked -> {
                    pipedrive.expireAccessTokens();
                    return true;
                })
                .on("fault", this::fault)
                .on("pending", asked -> pipedrive.faults().pending())
                .on("clear", asked -> {
                    pipedrive.faults().clear();
                    return true;
                });
    }

    private List<Map<String, Object>> files(long deal) {
        return pipedrive.files(PipedriveSandbox.ACME, deal).stream()
                .map(file -> Map.<String, Object>of("id", file.id(), "name", file.name(), "sha256", digest(file)))
                .toList();
    }

    private SandboxFile file(long deal, long id) {
        return pipedrive.files(PipedriveSandbox.ACME, deal).stream()
                .filter(file -> file.id() == id)
                .findFirst()
                .orElseThrow();
    }

    // A file's content never changes.
    private String digest(SandboxFile file) {
        return digests.computeIfAbsent(file.id(), id -> {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file.bytes()));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        });
    }

    private Object fault(RemoteControl.Asked asked) {
        String operation = asked.text("operation");
        int times = Math.toIntExact(asked.number("times"));
        switch (asked.text("kind")) {
            case "lost" -> pipedrive.faults().loseAnswerOfNext(operation, times);
            case "hang" -> pipedrive.faults().hangNext(operation, times);
            case "page" -> pipedrive.faults().forbidNextWithPage(operation, times);
            case "slow" -> pipedrive.faults().delayNext(operation, Duration.ofMillis(asked.number("value")), times);
            default -> pipedrive.faults().failNext(operation, Math.toIntExact(asked.number("value")), times);
        }
        return true;
    }
}
