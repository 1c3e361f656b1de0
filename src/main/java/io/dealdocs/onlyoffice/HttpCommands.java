package io.dealdocs.onlyoffice;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends signed commands to a Docs server and reads the answers. */
final class HttpCommands {

    private final WebClient client;
    private final JsonMapper json;
    private final DocsSigner signer;
    private final OnlyofficeProperties properties;

    HttpCommands(WebClient client, JsonMapper json, DocsSigner signer, OnlyofficeProperties properties) {
        this.client = client;
        this.json = json;
        this.signer = signer;
        this.properties = properties;
    }

    /** Sends the command, signed in its body and, as some installations want it, in the company's header too. */
    CommandAnswer send(DocsServer server, Map<String, ?> command) {
        return post(server, command, body(server, command));
    }

    /** Sends the command signed in the company's header alone, which proves that the server reads that header. */
    CommandAnswer sendByHeader(DocsServer server, Map<String, ?> command) {
        return post(server, command, json.writeValueAsBytes(command));
    }

    private CommandAnswer post(DocsServer server, Map<String, ?> command, byte[] body) {
        var answer = client.post()
                .uri(address(server, command))
                .header(server.header(), "Bearer " + sign(server, Map.of("payload", command)))
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchangeToMono(HttpCommands::content)
                .timeout(properties.commandTimeout())
                .onErrorMap(HttpFailures::of)
                .block();
        return CommandAnswer.read(json, Objects.requireNonNull(answer));
    }

    private byte[] body(DocsServer server, Map<String, ?> command) {
        var body = new LinkedHashMap<String, Object>(command);
        body.put("token", sign(server, command));
        return json.writeValueAsBytes(body);
    }

    private String sign(DocsServer server, Map<String, ?> claims) {
        return signer.sign(claims, server.secret(), properties.tokenLife());
    }

    // In a cluster of Docs servers the shard key must be the document key.
    private static URI address(DocsServer server, Map<String, ?> command) {
        var base = ResultAddress.base(server.internalUrl()) + "/command";
        return command.get("key") instanceof String key
                ? URI.create(base + "?shardkey=" + URLEncoder.encode(key, StandardCharsets.UTF_8))
                : URI.create(base);
    }

    private static Mono<byte[]> content(ClientResponse response) {
        var status = response.statusCode();
        if (status.is2xxSuccessful()) {
            return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]);
        }
        return response.releaseBody()
                .then(Mono.error(() -> HttpFailures.passing(status)
                        ? HttpFailures.unreachable(status)
                        : new DocumentServerException.NotADocsServer("the address answers " + status.value())));
    }
}
