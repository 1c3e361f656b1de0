package io.dealdocs.attack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates that nobody vouches for but the one who made them. */
final class SelfMade {

    private static final String PASSWORD = "changeit";
    private static final Map<String, SSLContext> MADE = new ConcurrentHashMap<>();

    private SelfMade() {}

    /** One for a name or a number. */
    static SSLContext certificate(String named) {
        return MADE.computeIfAbsent(named, SelfMade::make);
    }

    private static SSLContext make(String named) {
        try {
            Path folder = Files.createTempDirectory("self-made");
            Path store = folder.resolve("store.p12");
            run(named, store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream bytes = Files.newInputStream(store)) {
                keys.load(bytes, PASSWORD.toCharArray());
            }
            Files.delete(store);
            Files.delete(folder);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void run(String named, Path store) throws IOException {
        String alternative = (named.matches("[0-9.]+") ? "ip:" : "dns:") + named;
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=" + named,
                        "-ext",
                        "san=" + alternative,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = keytool.getInputStream()) {
            String words = new String(said.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IOException(words);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
