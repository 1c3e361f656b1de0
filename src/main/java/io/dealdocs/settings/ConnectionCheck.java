package io.dealdocs.settings;

import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.onlyoffice.DocumentServerException;
import io.dealdocs.onlyoffice.DocumentServers;
import io.dealdocs.settings.SaveOutcome.Problem;
import io.dealdocs.shared.Secret;
import org.springframework.stereotype.Component;

/** Asks a Docs server for its version with the secret, and with a wrong one to find out that JWT is switched off. */
@Component
class ConnectionCheck {

    private static final Secret WRONG = new Secret("no Docs server has this secret but by accident");

    private final DocumentServers servers;

    ConnectionCheck(DocumentServers servers) {
        this.servers = servers;
    }

    SaveOutcome check(DocsServer server) {
        try {
            String version = servers.version(server);
            return acceptsAnySecret(server) ? new SaveOutcome.Refused(Problem.JWT_OFF) : new SaveOutcome.Saved(version);
        } catch (DocumentServerException trouble) {
            return new SaveOutcome.Refused(problem(trouble));
        }
    }

    private boolean acceptsAnySecret(DocsServer server) {
        try {
            servers.version(new DocsServer(server.publicUrl(), server.internalUrl(), WRONG, server.header()));
            return true;
        } catch (DocumentServerException.TokenRefused asItShould) {
            return false;
        }
    }

    private static Problem problem(DocumentServerException trouble) {
        return switch (trouble) {
            case DocumentServerException.Unreachable silent -> Problem.DOCS_UNREACHABLE;
            case DocumentServerException.TokenRefused refused ->
                refused.expired() ? Problem.CLOCKS_DIFFER : Problem.SECRET_REFUSED;
            case DocumentServerException.InsideName inside -> Problem.ADDRESS_INSIDE;
            case DocumentServerException.NotADocsServer other -> Problem.NOT_A_DOCS_SERVER;
            case DocumentServerException.ForeignAddress other -> Problem.NOT_A_DOCS_SERVER;
            case DocumentServerException.TooLarge other -> Problem.NOT_A_DOCS_SERVER;
            case DocumentServerException.Damaged other -> Problem.NOT_A_DOCS_SERVER;
            case DocumentServerException.Failed other -> Problem.NOT_A_DOCS_SERVER;
        };
    }
}
