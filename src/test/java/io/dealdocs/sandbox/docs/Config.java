package io.dealdocs.sandbox.docs;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Builds editor configs, signed by a library that is not the sandbox's own code. */
final class Config {

    private final ObjectNode config = Json.object();
    private final String secret;

    private Config(String secret) {
        this.secret = secret;
    }

    static Config of(DocsSandbox docs, String key, String url, String callbackUrl) {
        Config made = new Config(docs.secret());
        String type = url.substring(url.lastIndexOf('.') + 1);
        ObjectNode document = made.config.putObject("document");
        document.put("fileType", type)
                .put("key", key)
                .put("title", "Offer." + type)
                .put("url", url);
        document.putObject("permissions").put("edit", true).put("comment", true);
        ObjectNode editor = made.config.putObject("editorConfig");
        editor.put("callbackUrl", callbackUrl).put("mode", "edit").put("lang", "de");
        editor.putObject("user").put("id", "u1").put("name", "Ada Lovelace");
        editor.putObject("customization");
        return made;
    }

    Config user(String id, String name) {
        return with(config -> editor(config).putObject("user").put("id", id).put("name", name));
    }

    Config custom(String name, boolean value) {
        return with(config -> ((ObjectNode) editor(config).path("customization")).put(name, value));
    }

    Config custom(String name, String value) {
        return with(config -> ((ObjectNode) editor(config).path("customization")).put(name, value));
    }

    Config strict() {
        return with(config ->
                editor(config).putObject("coEditing").put("mode", "strict").put("change", true));
    }

    Config view() {
        return with(config -> editor(config).put("mode", "view"));
    }

    Config permission(String name, boolean value) {
        return with(config -> ((ObjectNode) config.path("document").path("permissions")).put(name, value));
    }

    Config with(Consumer<ObjectNode> change) {
        change.accept(config);
        return this;
    }

    static ObjectNode editor(ObjectNode config) {
        return (ObjectNode) config.path("editorConfig");
    }

    static ObjectNode document(ObjectNode config) {
        return (ObjectNode) config.path("document");
    }

    /** The config with its token. */
    ObjectNode signed() {
        ObjectNode claims = config.deepCopy();
        claims.put("exp", Instant.now().getEpochSecond() + 300);
        return config.deepCopy().put("token", token(claims, secret));
    }

    /** The config with a token of other claims. */
    ObjectNode signed(Consumer<ObjectNode> claimsOtherwise) {
        ObjectNode claims = config.deepCopy();
        claimsOtherwise.accept(claims);
        return config.deepCopy().put("token", token(claims, secret));
    }

    ObjectNode unsigned() {
        return config.deepCopy();
    }

    static String token(ObjectNode claims, String secret) {
        try {
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    new Payload(Json.write(claims)));
            jws.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
