package io.dealdocs.onlyoffice;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

/** Puts the port together; everything it offers is an interface. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OnlyofficeProperties.class, DocsNetwork.class})
class OnlyofficeConfiguration {

    // Our own, so that no setting made for our pages changes what a Docs server reads.
    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock;

    OnlyofficeConfiguration(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Bean
    DocsTokens docsTokens() {
        return new NimbusDocsTokens(new DocsVerifier(json, clock));
    }

    @Bean
    EditorConfigs editorConfigs() {
        return new JsonEditorConfigs(json, new DocsSigner(json, clock));
    }

    @Bean(destroyMethod = "dispose")
    ConnectionProvider docsConnections() {
        return DocsHttpClient.connections();
    }

    @Bean
    DocumentServers documentServers(
            WebClient.Builder builder,
            @Qualifier("docsConnections") ConnectionProvider connections,
            OnlyofficeProperties properties,
            DocsNetwork network) {
        var client = DocsHttpClient.create(builder, connections, properties, new OutsideNames(network.inside()));
        var commands = new HttpCommands(client, json, new DocsSigner(json, clock), properties);
        return new HttpDocumentServers(commands, new HttpDownloads(client, properties));
    }

    @Bean
    Formats formats() {
        return new TableFormats();
    }
}
