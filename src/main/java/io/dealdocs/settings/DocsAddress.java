package io.dealdocs.settings;

import io.dealdocs.settings.SaveOutcome.Problem;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an admin types as address and header of a Docs server. */
final class DocsAddress {

    // Scheme, host, port and path; no user, query or fragment.
    private static final Pattern SHAPE = Pattern.compile(
            "(https?)://(\\[[0-9a-f:.]+]|[^\\s/?#@:\\[\\]]+)(:\\d{1,5})?(/[^?#]*)?", Pattern.CASE_INSENSITIVE);
    private static final int PORTS = 65_535;

    // A header name by RFC 9110.
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");
    // What HTTP itself needs cannot carry a token.
    private static final Set<String> TAKEN = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "expect",
            "host",
            "range",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private DocsAddress() {}

    /** What is wrong with what was typed. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;
        private final Problem problem;

        Malformed(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** The address without a trailing slash, its host as the network knows it; a path is fine. */
    static URI parse(String typed, boolean allowHttp) throws Malformed {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new Malformed(Problem.ADDRESS_EMPTY);
        }
        Matcher parts = SHAPE.matcher(text.replaceAll("/+$", ""));
        if (!parts.matches()) {
            throw new Malformed(Problem.ADDRESS_MALFORMED);
        }
        URI address = address(parts);
        if (address.getScheme().equals("http") && !allowHttp) {
            throw new Malformed(Problem.ADDRESS_NEEDS_HTTPS);
        }
        return address;
    }

    private static URI address(Matcher parts) throws Malformed {
        String port = parts.group(3) == null ? "" : parts.group(3);
        String path = parts.group(4) == null ? "" : parts.group(4);
        try {
            String origin = parts.group(1) + "://" + IDN.toASCII(parts.group(2)) + port;
            URI address = new URI(origin.toLowerCase(Locale.ROOT) + path);
            if (address.getHost() != null && address.getPort() != 0 && address.getPort() <= PORTS) {
                return address;
            }
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            // told below
        }
        throw new Malformed(Problem.ADDRESS_MALFORMED);
    }

    /** The header's name; {@code Authorization} where none was typed. */
    static String header(String typed) throws Malformed {
        String name = typed.isBlank() ? "Authorization" : typed.strip();
        if (!HEADER.matcher(name).matches() || TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new Malformed(Problem.HEADER_MALFORMED);
        }
        return name;
    }
}
