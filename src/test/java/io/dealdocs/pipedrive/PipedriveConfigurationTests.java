package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The port as the application gets it. */
class PipedriveConfigurationTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(PipedriveConfiguration.class)
            .withPropertyValues(
                    "dealdocs.pipedrive.client-id=the-client", "dealdocs.pipedrive.client-secret=the-secret");

    @Test
    void offersEveryPartOfThePort() {
        application.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(PipedriveFiles.class)
                .hasSingleBean(PipedriveUsers.class)
                .hasSingleBean(PipedriveDeals.class)
                .hasSingleBean(PipedriveOAuth.class)
                .hasSingleBean(PanelTokens.class));
    }

    @Test
    void trustsTheRealPipedriveOnlyUnlessToldOtherwise() {
        application.run(context -> {
            PipedriveProperties properties = context.getBean(PipedriveProperties.class);

            assertThat("https://acme-2.pipedrive.com").matches(properties.apiDomainPattern());
            assertThat("http://acme.pipedrive.com").doesNotMatch(properties.apiDomainPattern());
            assertThat("https://acme.pipedrive.com.evil.example").doesNotMatch(properties.apiDomainPattern());
            assertThat(properties.oauthUrl()).hasHost("oauth.pipedrive.com");
            assertThat(properties.answerTimeout()).isEqualTo(Duration.ofSeconds(30));
        });
    }

    @Test
    void speaksToTheConfiguredOrigin() {
        try (StubPipedrive stub = StubPipedrive.start()) {
            stub.onJson("POST /oauth/revoke", 200, "");
            application
                    .withPropertyValues("dealdocs.pipedrive.oauth-url=" + stub.url() + "/")
                    .run(context -> {
                        context.getBean(PipedriveOAuth.class).revoke(Port.TOKEN);

                        assertThat(stub.only().target()).isEqualTo("/oauth/revoke");
                    });
        }
    }
}
