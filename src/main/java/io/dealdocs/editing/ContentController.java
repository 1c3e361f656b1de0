package io.dealdocs.editing;

import io.dealdocs.access.Capabilities;
import io.dealdocs.access.Capabilities.Purpose;
import io.dealdocs.installation.InstallationProperties;
import io.dealdocs.onlyoffice.DocsTokens;
import io.dealdocs.onlyoffice.InvalidDocsToken;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands a document's content to a Docs server. Two locks: our capability in the address, and a token of the company's
 * Docs server that names this very address.
 */
@RestController
class ContentController {

    private static final Logger log = LoggerFactory.getLogger(ContentController.class);
    // A Docs server tries three times.
    private static final Set<Reason> PASSING = Set.of(Reason.PIPEDRIVE_SILENT, Reason.SLOW_DOWN);

    private final Capabilities capabilities;
    private final ServedContents contents;
    private final DocsTokens tokens;
    private final InstallationProperties us;

    ContentController(
            Capabilities capabilities, ServedContents contents, DocsTokens tokens, InstallationProperties us) {
        this.capabilities = capabilities;
        this.contents = contents;
        this.tokens = tokens;
        this.us = us;
    }

    @RequestMapping(
            path = EditorAddresses.CONTENT + "{capability}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void content(@PathVariable String capability, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServedContent content = claims(capability)
                .flatMap(contents::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        requireDocsServer(content, capability, request);
        try {
            content.send(request, response);
        } catch (Refusal refusal) {
            throw new ResponseStatusException(
                    PASSING.contains(refusal.reason()) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.NOT_FOUND,
                    refusal.reason().name(),
                    refusal);
        }
    }

    private Optional<Map<String, String>> claims(String capability) {
        return capabilities.verify(Purpose.CONTENT, capability);
    }

    private void requireDocsServer(ServedContent content, String capability, HttpServletRequest request) {
        try {
            tokens.download(
                    content.headers().stream()
                            .map(request::getHeader)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null),
                    us.address(EditorAddresses.CONTENT + capability),
                    content.secrets());
        } catch (InvalidDocsToken refused) {
            log.warn("Content refused: {}", refused.getMessage());
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "A token of the Docs server is required", refused);
        }
    }
}
