package io.dealdocs.access;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.dealdocs.shared.DocumentId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Gives every page the strictest policy it works under, with a nonce of its own. Only an editor page may frame its
 * company's Docs server; only the three framed pages may be framed.
 */
@Component
@EnableConfigurationProperties(AccessProperties.class)
class ContentSecurityPolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 16;
    private static final Pattern EDITOR = Pattern.compile("/documents/([0-9a-fA-F-]{36})");
    private static final Pattern FRAMED = Pattern.compile("/(panel|create|settings)");
    private static final SecureRandom RANDOM = new SecureRandom();

    // Flow's client builds functions from server expressions and sets styles inline: it needs the two unsafe words.
    private static final String POLICY = "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src 'self' data:;"
            + " base-uri 'self'; object-src 'none'; form-action 'self'; frame-src 'self'{docs}; frame-ancestors {ancestors}";

    private final transient AccessProperties properties;
    private final transient EditorOrigins origins;

    ContentSecurityPolicy(AccessProperties properties, EditorOrigins origins) {
        this.properties = properties;
        this.origins = origins;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        String path = path(page.getVaadinRequest());
        String docs = docsOrigin(path).map(origin -> " " + origin).orElse("");
        String ancestors = FRAMED.matcher(path).matches() ? properties.frameAncestors() : "'none'";
        String policy = POLICY.replace("{nonce}", nonce).replace("{docs}", docs).replace("{ancestors}", ancestors);
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy);
    }

    private Optional<String> docsOrigin(String path) {
        Matcher editor = EDITOR.matcher(path);
        if (!editor.matches()) {
            return Optional.empty();
        }
        try {
            return origins.of(DocumentId.parse(editor.group(1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static String path(VaadinRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("/");
    }
}
