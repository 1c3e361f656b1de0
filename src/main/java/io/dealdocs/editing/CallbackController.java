package io.dealdocs.editing;

import io.dealdocs.access.Capabilities;
import io.dealdocs.access.Capabilities.Purpose;
import io.dealdocs.onlyoffice.DocsTokens;
import io.dealdocs.onlyoffice.InvalidDocsToken;
import io.dealdocs.onlyoffice.SignedCallback;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hears from Docs servers. Only the verified token counts, and only for the session that the address names. The answer
 * is {@code {"error":0}} when what was handed over is durable, 503 when trying again can help (onlyoffice-docs-server
 * contract, section 3.5).
 */
@RestController
class CallbackController {

    private static final Logger log = LoggerFactory.getLogger(CallbackController.class);
    private static final Map<String, Integer> DONE = Map.of("error", 0);

    private final Capabilities capabilities;
    private final JdbcEditingSessions sessions;
    private final PinnedServers servers;
    private final DocsTokens tokens;
    private final CallbackDesk desk;
    private final EditingProperties limits;

    CallbackController(
            Capabilities capabilities,
            JdbcEditingSessions sessions,
            PinnedServers servers,
            DocsTokens tokens,
            CallbackDesk desk,
            EditingProperties limits) {
        this.capabilities = capabilities;
        this.sessions = sessions;
        this.servers = servers;
        this.tokens = tokens;
        this.desk = desk;
        this.limits = limits;
    }

    @PostMapping(EditorAddresses.CALLBACK + "{capability}")
    ResponseEntity<Map<String, Integer>> callback(@PathVariable String capability, HttpServletRequest request)
            throws IOException {
        SessionId named = capabilities
                .verify(Purpose.CALLBACK, capability)
                .map(claims -> SessionId.parse(claims.getOrDefault("sid", "")))
                .orElseThrow(CallbackController::notFound);
        byte[] body = body(request);
        try {
            EditingSession session = sessions.find(named).orElseThrow(CallbackController::notFound);
            desk.take(session, verified(session, body, request));
            return ResponseEntity.ok(DONE);
        } catch (DataAccessException | TransactionException databaseAway) {
            return withoutDatabase(body, request, databaseAway);
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    // Nothing can be verified now, and nothing is done. Trouble as the answer to coming and going would alarm every
    // editor, and a session that falls silent is asked after.
    private ResponseEntity<Map<String, Integer>> withoutDatabase(
            byte[] body, HttpServletRequest request, RuntimeException databaseAway) {
        if (tokens.claimsPresence(body, request.getHeader(HttpHeaders.AUTHORIZATION))) {
            log.warn("Nobody could be told who came or went: {}", databaseAway.getMessage());
            return ResponseEntity.ok(DONE);
        }
        log.error("A callback could not be taken; the Docs server will try again", databaseAway);
        throw new ResponseStatusException(
                HttpStatus.SERVICE_UNAVAILABLE, "The callback could not be taken", databaseAway);
    }

    private SignedCallback verified(EditingSession session, byte[] body, HttpServletRequest request) {
        try {
            SignedCallback signed = tokens.callback(body, token(session, request), servers.secrets(session));
            if (signed.callback().key().equals(session.key())) {
                return signed;
            }
        } catch (InvalidDocsToken refused) {
            log.warn("Callback refused: {}", refused.getMessage());
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "A token of the Docs server is required", refused);
        }
        log.warn("Callback refused: it names another key than its address");
        throw new ResponseStatusException(HttpStatus.FORBIDDEN, "The callback belongs to another session");
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        int limit = Math.toIntExact(limits.callbackLimit().toBytes());
        if (request.getContentLengthLong() > limit) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return body;
    }

    private @Nullable String token(EditingSession session, HttpServletRequest request) {
        return servers.headers(session).stream()
                .map(request::getHeader)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
