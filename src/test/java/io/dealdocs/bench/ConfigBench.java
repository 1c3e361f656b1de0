package io.dealdocs.bench;

import io.dealdocs.Surroundings;
import io.dealdocs.access.Capabilities;
import io.dealdocs.access.Capabilities.Purpose;
import io.dealdocs.onlyoffice.EditorConfig;
import io.dealdocs.onlyoffice.EditorConfigs;
import io.dealdocs.onlyoffice.Format;
import io.dealdocs.shared.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.ObjectMapper;

/**
 * An editor's config, both addresses in it and its token included, against the bare HMAC of what the token signs; turn by
 * turn in one run.
 */
final class ConfigBench implements Bench {

    private static final int WARM_UP = 20_000;
    private static final int ROUNDS = 20_000;
    private static final double MOST_MILLIS = 2;
    private static final double MOST_TIMES = 3;
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void run(Report report) throws Exception {
        try (Surroundings world = new Surroundings();
                Desk desk = Desk.open(world.settings())) {
            measure(report, desk, new Secret(world.docs().secret()));
        }
    }

    private static void measure(Report report, Desk desk, Secret secret) throws GeneralSecurityException {
        Capabilities capabilities = desk.bean(Capabilities.class);
        EditorConfigs configs = desk.bean(EditorConfigs.class);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        Times built = new Times();
        Times bare = new Times();
        int bytes = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            String page = configs.sign(config(capabilities), secret, LIFE);
            long middle = System.nanoTime();
            byte[] signed = signed(page);
            long beforeMac = System.nanoTime();
            byte[] code = mac.doFinal(signed);
            long end = System.nanoTime();
            bytes = signed.length + code.length;
            if (round >= WARM_UP) {
                built.add(middle - start);
                bare.add(end - beforeMac);
            }
        }
        tell(report, built, bare, bytes);
    }

    private static EditorConfig config(Capabilities capabilities) {
        String session = UUID.randomUUID().toString();
        String document = UUID.randomUUID().toString();
        return new EditorConfig(
                Format.Type.WORD,
                "docx",
                "installation." + document.replace("-", "") + ".1",
                "A document with a name of ordinary length.docx",
                address(capabilities, Purpose.CONTENT, Map.of("sid", session, "doc", document, "version", "1")),
                Optional.of(address(capabilities, Purpose.CALLBACK, Map.of("sid", session))),
                EditorConfig.Mode.EDIT,
                EditorConfig.Permissions.editor(),
                new EditorConfig.User("3b73bf106532b264c29c9044498c1a8f", "Ada Lind"),
                Locale.US,
                false,
                EditorConfig.CoEditing.FAST,
                true,
                document,
                "installation");
    }

    private static URI address(Capabilities capabilities, Purpose purpose, Map<String, String> claims) {
        return URI.create(
                "https://docs.example.com/docs/content/" + capabilities.issue(purpose, claims, Optional.empty()));
    }

    /** What the token of a config signs: its head and its claims. */
    private static byte[] signed(String page) {
        String token = JSON.readTree(page).path("token").asString();
        return token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    private static void tell(Report report, Times built, Times bare, int bytes) {
        report.told("config.signed", bytes, "bytes");
        report.told("config.hmac.median", bare.median(), "ms");
        report.told("config.hmac.p99", bare.percentile(99), "ms");
        report.told("config.median", built.median(), "ms");
        double most = Math.max(MOST_MILLIS, MOST_TIMES * bare.percentile(99));
        report.within("config.p99", built.percentile(99), "ms", most);
    }
}
