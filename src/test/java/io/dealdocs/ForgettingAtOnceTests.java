package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator who lets nothing stay keeps nothing of a company once its last member has left. */
class ForgettingAtOnceTests {

    private static final MemberId GUS = MemberId.of(PipedriveSandbox.GLOBEX, 1001);

    @Test
    void theLastUninstallTakesEverythingAlong() {
        try (Surroundings world = new Surroundings();
                ConfigurableApplicationContext app = start(world)) {
            String address = world.app().toString();
            Consent.give(address, world.pipedrive(), PipedriveSandbox.GLOBEX, 1001);
            Consent.give(address, world.pipedrive(), PipedriveSandbox.ACME, 1001);
            app.getBean(DealDocuments.class).create(GUS, new DealId(1), DocumentKind.DOCUMENT, "Short-lived");
            JdbcClient jdbc = app.getBean(JdbcClient.class);
            assertThat(count(jdbc, "content")).isEqualTo(1);

            world.pipedrive().uninstall(PipedriveSandbox.GLOBEX, 1001);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(count(jdbc, "company")).isEqualTo(1));
            assertThat(count(jdbc, "document")).isZero();
            assertThat(count(jdbc, "content")).isZero();
            assertThat(count(jdbc, "member_token")).isEqualTo(1);
        }
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static ConfigurableApplicationContext start(Surroundings world) {
        Map<String, String> settings = new LinkedHashMap<>(world.settings());
        settings.put("DEALDOCS_FORGET_ABANDONED", "0");
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + name(setting.getKey()) + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Application.class).run(arguments);
    }

    // Our own names are placeholders and are taken as they are; Spring's are relaxed only in a real environment.
    private static String name(String variable) {
        return variable.startsWith("SPRING_")
                ? variable.toLowerCase(Locale.ROOT).replace('_', '.')
                : variable;
    }
}
