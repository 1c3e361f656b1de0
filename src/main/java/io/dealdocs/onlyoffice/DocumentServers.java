package io.dealdocs.onlyoffice;

import io.dealdocs.shared.ContentSink;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Commands to a Docs server and downloads from it (onlyoffice-docs-server contract, sections 3.5 to 3.8). Every method
 * may throw a {@link DocumentServerException}; each call has a time limit.
 */
public interface DocumentServers {

    /** How a force save began. */
    enum ForceSave {
        /** The result comes as a callback some seconds later. */
        STARTED,
        /** Nothing has changed since the last save. */
        NOTHING_NEW,
        /** No session runs under the key. */
        UNKNOWN_KEY
    }

    /** The server's version, the cheapest call that proves address, secret and header. */
    String version(DocsServer server);

    /** Asks for a save now; {@code userData} comes back in the callback. */
    ForceSave forceSave(DocsServer server, String key, String userData);

    /** Who edits under the key, or empty when the server knows no such session. Provokes a callback. */
    Optional<List<String>> info(DocsServer server, String key, String userData);

    /** Makes viewers of these people; of all when the list is empty. */
    void drop(DocsServer server, String key, List<String> users);

    /** Gives the open document another title, extension included. */
    void retitle(DocsServer server, String key, String title);

    /** Keys of saves that found no taker; of every connector on that server, so look for your own prefix. */
    List<String> forgotten(DocsServer server);

    /** Where the forgotten save of a key lies now. */
    Optional<URI> forgottenFile(DocsServer server, String key);

    /** Forgets a forgotten save; only after it is safe elsewhere. */
    void deleteForgotten(DocsServer server, String key);

    /**
     * Streams a result. The public address is rewritten to the internal one; any other origin is refused, and no
     * redirect is followed.
     *
     * @param limit the most bytes that are taken
     * @throws DocumentServerException.ForeignAddress when the address is not on this server
     * @throws DocumentServerException.TooLarge when the result is larger than the limit
     * @throws DocumentServerException.Unreachable when it breaks off; nothing short is ever passed as whole
     * @throws IOException what the sink throws
     */
    <T> T download(DocsServer server, URI result, long limit, ContentSink<T> sink) throws IOException;
}
