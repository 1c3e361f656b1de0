package io.dealdocs.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dealdocs.pipedrive.PipedriveProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** An application that lacks what it needs does not start, and says in one sentence what to do. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    // No @Configuration: the demo runs on the tests' class path and would find it.
    @EnableConfigurationProperties(PipedriveProperties.class)
    @Import({PipedriveRegistration.class, MasterKey.class, SecretCipher.class})
    static class Installation {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2hvcnQta2V5LW9mLTE2Yg==",
                "bm90IGEga2V5!",
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVm"
            })
    void refusesAKeyThatIsNoneAndDoesNotPrintIt(String key, CapturedOutput output) {
        assertThat(catchThrowable(() -> start(key, "id", "secret"))).isNotNull();

        assertThat(output.toString())
                .contains(
                        "DEALDOCS_ENCRYPTION_KEY must be the base64 of exactly 32 bytes; make one with: openssl rand");
        if (!key.isEmpty()) {
            assertThat(output.toString()).doesNotContain(key);
        }
    }

    @ParameterizedTest
    @CsvSource({"'',secret", "id,''"})
    void refusesToRunWithoutTheAppsCredentials(String id, String secret, CapturedOutput output) {
        assertThat(catchThrowable(() -> start(KEY, id, secret))).isNotNull();

        assertThat(output.toString())
                .contains("DEALDOCS_PIPEDRIVE_CLIENT_ID and DEALDOCS_PIPEDRIVE_CLIENT_SECRET must be set");
    }

    @Test
    void startsWithAKeyAndCredentials() {
        try (ConfigurableApplicationContext context = start(KEY, "id", "secret")) {
            assertThat(context.getBean(SecretCipher.class).keyId()).hasSize(16);
            assertThat(context.getBean(InstallationProperties.class).toString()).doesNotContain(KEY);
        }
    }

    private static ConfigurableApplicationContext start(String key, String id, String secret) {
        SpringApplication application = new SpringApplication(Installation.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                "--dealdocs.public-url=https://docs.example",
                "--dealdocs.encryption-key=" + key,
                "--dealdocs.pipedrive.client-id=" + id,
                "--dealdocs.pipedrive.client-secret=" + secret,
                "--spring.config.location=optional:classpath:/none/",
                "--spring.main.banner-mode=off");
    }
}
