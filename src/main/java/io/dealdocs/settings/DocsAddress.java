package io.dealdocs.settings;

import io.dealdocs.settings.SaveOutcome.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what an admin types as address and header of a Docs server. */
final class DocsAddress {

    // A header name by RFC 9110.
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");

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

    /** The address without a trailing slash; a path is fine. */
    static URI parse(String typed, boolean allowHttp) throws Malformed {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new Malformed(Problem.ADDRESS_EMPTY);
        }
        URI address = uri(text.replaceAll("/+$", ""));
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Malformed(Problem.ADDRESS_MALFORMED);
        }
        if (scheme.equals("http") && !allowHttp) {
            throw new Malformed(Problem.ADDRESS_NEEDS_HTTPS);
        }
        return address;
    }

    private static URI uri(String text) throws Malformed {
        try {
            URI address = new URI(text);
            boolean plain = address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (plain) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            // told below
        }
        throw new Malformed(Problem.ADDRESS_MALFORMED);
    }

    /** The header's name; {@code Authorization} where none was typed. */
    static String header(String typed) throws Malformed {
        String name = typed.isBlank() ? "Authorization" : typed.strip();
        if (!HEADER.matcher(name).matches()) {
            throw new Malformed(Problem.HEADER_MALFORMED);
        }
        return name;
    }
}
