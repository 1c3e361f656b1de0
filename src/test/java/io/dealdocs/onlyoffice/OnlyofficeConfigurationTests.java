package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.resources.ConnectionProvider;

class OnlyofficeConfigurationTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(WebClient.Builder.class, WebClient::builder)
            .withUserConfiguration(OnlyofficeConfiguration.class);

    @Test
    void offersThePort() {
        application.run(context -> assertThat(context)
                .hasSingleBean(DocsTokens.class)
                .hasSingleBean(EditorConfigs.class)
                .hasSingleBean(DocumentServers.class)
                .hasSingleBean(Formats.class));
    }

    @Test
    void isPatientWithoutBeingTold() {
        application.run(context -> {
            var properties = context.getBean(OnlyofficeProperties.class);
            assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
            assertThat(properties.commandTimeout()).isEqualTo(Duration.ofSeconds(15));
            // A Docs server waits ten minutes for the answer to a callback; the download is only a part of it.
            assertThat(properties.downloadTimeout()).isLessThan(Duration.ofMinutes(10));
        });
    }

    @Test
    void isAsPatientAsItIsTold() {
        application
                .withPropertyValues("dealdocs.docs.command-timeout=3s")
                .run(context -> assertThat(
                                context.getBean(OnlyofficeProperties.class).commandTimeout())
                        .isEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void closesItsConnectionsWithTheApplication() {
        application.run(context -> {
            var connections = context.getBean(ConnectionProvider.class);
            context.close();
            assertThat(connections.isDisposed()).isTrue();
        });
    }
}
