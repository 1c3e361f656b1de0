package io.dealdocs.pipedrive;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Decides where a download may go on: to an address of its own, encrypted unless Pipedrive itself is not. */
final class Redirect {

    private static final Set<Integer> STATUSES = Set.of(302, 303, 307);

    private Redirect() {}

    static boolean is(int status) {
        return STATUSES.contains(status);
    }

    /** Reads the Location; its text never goes into a message, for it is as good as the file. */
    static URI target(HttpHeaders headers, URI apiDomain) {
        URI target = parse(headers.getFirst(HttpHeaders.LOCATION));
        boolean secure = "https".equalsIgnoreCase(target.getScheme());
        boolean asPlain = "http".equalsIgnoreCase(target.getScheme()) && "http".equalsIgnoreCase(apiDomain.getScheme());
        if (!(secure || asPlain) || target.getHost() == null || target.getUserInfo() != null) {
            throw new PipedriveException.Unavailable("the download leads to no address that may be called", null);
        }
        return target;
    }

    @SuppressWarnings("UnusedException") // its message holds the address
    private static URI parse(@Nullable String location) {
        try {
            return new URI(location == null ? "" : location);
        } catch (URISyntaxException e) {
            throw new PipedriveException.Unavailable("the download leads to an unreadable address", null);
        }
    }
}
