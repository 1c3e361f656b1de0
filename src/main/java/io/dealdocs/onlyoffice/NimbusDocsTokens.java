package io.dealdocs.onlyoffice;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Verifies with Nimbus JOSE and then asks what the token was made for. */
final class NimbusDocsTokens implements DocsTokens {

    private static final String SCHEME = "Bearer ";

    /** What only tokens of another purpose carry: an editor config, a command, a conversion, a history answer. */
    private static final List<String> FOREIGN =
            List.of("document", "editorConfig", "c", "outputtype", "version", "query");

    private final DocsVerifier verifier;

    NimbusDocsTokens(DocsVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public SignedCallback callback(byte[] body, @Nullable String header, Collection<Secret> secrets)
            throws InvalidDocsToken {
        var inBody = BodyToken.of(body);
        // The header's copy may lack the history, so it counts only where the body has no token at all.
        var signed = verifier.verified(inBody.isPresent() ? inBody.get() : bare(header), secrets);
        var claims = inBody.isPresent() ? signed : payload(signed);
        refuse(claims, FOREIGN);
        refuse(claims, List.of("payload"));
        return new SignedCallback(CallbackReader.read(claims), verifier.signedAt(signed));
    }

    @Override
    public boolean claimsPresence(byte[] body, @Nullable String header) {
        try {
            var inBody = BodyToken.of(body);
            var claims = verifier.unverified(inBody.isPresent() ? inBody.get() : bare(header));
            return CallbackReader.tellsPresence(inBody.isPresent() ? claims : payload(claims));
        } catch (InvalidDocsToken unreadable) {
            return false;
        }
    }

    @Override
    public void download(@Nullable String header, URI url, Collection<Secret> secrets) throws InvalidDocsToken {
        var claims = wrapped(header, secrets);
        refuse(claims, FOREIGN);
        refuse(claims, List.of("key", "status", "payload"));
        var asked = claims.get("url");
        if (asked == null || !asked.isString() || !asked.stringValue().equals(url.toString())) {
            throw new InvalidDocsToken("the token was made for another address");
        }
    }

    /** In a header the claims lie one level deeper, which tells such a token from one made for a browser. */
    private JsonNode wrapped(@Nullable String header, Collection<Secret> secrets) throws InvalidDocsToken {
        return payload(verifier.verified(bare(header), secrets));
    }

    private static JsonNode payload(JsonNode claims) throws InvalidDocsToken {
        refuse(claims, FOREIGN);
        var payload = claims.get("payload");
        if (payload == null || !payload.isObject()) {
            throw new InvalidDocsToken("the header's token has no payload");
        }
        return payload;
    }

    private static String bare(@Nullable String header) throws InvalidDocsToken {
        var value = Optional.ofNullable(header).map(String::stripLeading).orElse("");
        var token = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? value.substring(SCHEME.length()) : value;
        if (token.isBlank()) {
            throw new InvalidDocsToken("there is no token");
        }
        return token.strip();
    }

    private static void refuse(JsonNode claims, List<String> names) throws InvalidDocsToken {
        for (var name : names) {
            if (claims.has(name)) {
                throw new InvalidDocsToken("the token was made for another purpose: it has " + name);
            }
        }
    }
}
