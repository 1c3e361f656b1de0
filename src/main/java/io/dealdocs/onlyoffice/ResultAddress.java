package io.dealdocs.onlyoffice;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the address of a result, as a browser would reach it, into the one that our server may fetch. Whoever could name
 * another address could make our server ask a stranger, or a neighbour in its own network.
 */
final class ResultAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private ResultAddress() {}

    /** The result below the server's internal address; anything that is not on the server is refused. */
    static URI internal(DocsServer server, URI result) {
        requirePlain(result);
        var rest = below(server.publicUrl(), result)
                .or(() -> below(server.internalUrl(), result))
                .orElseThrow(DocumentServerException.ForeignAddress::new);
        return URI.create(URI.create(base(server.internalUrl()) + rest).toASCIIString());
    }

    /** An address without the slash at its end. */
    static String base(URI url) {
        var text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static void requirePlain(URI result) {
        var plain = result.getScheme() != null
                && SCHEMES.contains(scheme(result))
                && result.getHost() != null
                && result.getRawUserInfo() == null
                && climbsNowhere(result.getPath());
        if (!plain) {
            throw new DocumentServerException.ForeignAddress();
        }
    }

    // Dots would lead out of the path of a Docs server that shares its host with other services.
    private static boolean climbsNowhere(String path) {
        return Arrays.stream(path.split("[/\\\\]", -1)).noneMatch(List.of(".", "..")::contains);
    }

    private static Optional<String> below(URI server, URI result) {
        var prefix = URI.create(base(server)).getRawPath();
        if (!sameOrigin(server, result) || !result.getRawPath().startsWith(prefix + "/")) {
            return Optional.empty();
        }
        var query = result.getRawQuery() == null ? "" : "?" + result.getRawQuery();
        return Optional.of(result.getRawPath().substring(prefix.length()) + query);
    }

    private static boolean sameOrigin(URI one, URI other) {
        return scheme(one).equals(scheme(other))
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static String scheme(URI url) {
        return url.getScheme().toLowerCase(java.util.Locale.ROOT);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return scheme(url).equals("https") ? 443 : 80;
    }
}
