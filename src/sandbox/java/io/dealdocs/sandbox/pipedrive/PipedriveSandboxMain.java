package io.dealdocs.sandbox.pipedrive;

import java.net.URI;
import java.nio.file.Path;

/** Runs the sandbox as a process of its own, on the demo's ports, until it is stopped. */
final class PipedriveSandboxMain {
    private PipedriveSandboxMain() {}

    /**
     * Starts it.
     *
     * @param arguments any of {@code --app=ORIGIN}, {@code --data=FOLDER}, {@code --ports=ACME,GLOBEX,STORAGE}
     */
    public static void main(String[] arguments) throws InterruptedException {
        PipedriveSandboxOptions options = PipedriveSandboxOptions.defaults().withPorts(8090, 8092, 8093);
        for (String argument : arguments) {
            options = with(options, argument);
        }
        try (PipedriveSandbox sandbox = PipedriveSandbox.start(options)) {
            System.out.println("Pipedrive sandbox: " + sandbox.acme() + " and " + sandbox.globex());
            Thread.currentThread().join();
        }
    }

    private static PipedriveSandboxOptions with(PipedriveSandboxOptions options, String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        return switch (argument.substring(0, argument.length() - value.length())) {
            case "--app=" -> options.withApp(AppRegistration.at(URI.create(value)));
            case "--data=" -> options.withDataDirectory(Path.of(value));
            case "--ports=" -> {
                String[] ports = value.split(",", 3);
                yield options.withPorts(
                        Integer.parseInt(ports[0]), Integer.parseInt(ports[1]), Integer.parseInt(ports[2]));
            }
            default -> throw new IllegalArgumentException("Unknown argument " + argument);
        };
    }
}
