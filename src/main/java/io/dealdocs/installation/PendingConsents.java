package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveUser;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Carries what was learned about a person from the sign-in's one step to its next, which happens in the same request:
 * Spring Security hands the refresh token only to the second.
 */
@Component
class PendingConsents {

    /** A person and the origin of their company. */
    record Pending(PipedriveUser user, URI apiDomain) {}

    private final Map<String, Pending> byAccessToken = new ConcurrentHashMap<>();

    void remember(String accessToken, PipedriveUser user, URI apiDomain) {
        byAccessToken.put(accessToken, new Pending(user, apiDomain));
    }

    Optional<Pending> take(String accessToken) {
        return Optional.ofNullable(byAccessToken.remove(accessToken));
    }
}
