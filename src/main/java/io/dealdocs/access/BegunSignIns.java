package io.dealdocs.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Remembers the sign-ins a browser has begun, each under its own state and with where it shall lead: a browser that
 * restores several tabs signs in from all of them at once.
 */
@Component
class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** The request attribute that holds where a sign-in that came back wanted to go. */
    static final String CONTINUE = BegunSignIns.class.getName() + ".continue";

    private static final String PREFIX = BegunSignIns.class.getName() + ".state.";
    private static final Pattern OURS = Pattern.compile("/|/settings|/documents/[0-9a-fA-F-]{36}");
    private static final int MOST = 20;

    private record Begun(
            OAuth2AuthorizationRequest request, @Nullable String wanted, long at) implements Serializable {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return find(request).map(Begun::request).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        HttpSession session = request.getSession();
        forgetOldest(session);
        session.setAttribute(PREFIX + begun.getState(), new Begun(begun, wanted(request), System.nanoTime()));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Begun> begun = find(request);
        begun.ifPresent(it -> {
            request.getSession().removeAttribute(PREFIX + it.request().getState());
            request.setAttribute(CONTINUE, it.wanted());
        });
        return begun.map(Begun::request).orElse(null);
    }

    private static Optional<Begun> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String state = request.getParameter("state");
        return session == null || state == null
                ? Optional.empty()
                : Optional.ofNullable((Begun) session.getAttribute(PREFIX + state));
    }

    // Only our own pages: else the sign-in would lead people wherever a link wants.
    private static @Nullable String wanted(HttpServletRequest request) {
        String wanted = request.getParameter("continue");
        return wanted != null && OURS.matcher(wanted).matches() ? wanted : null;
    }

    private static void forgetOldest(HttpSession session) {
        List<String> begun = Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        if (begun.size() >= MOST) {
            oldest(session, begun.stream()).ifPresent(session::removeAttribute);
        }
    }

    private static Optional<String> oldest(HttpSession session, Stream<String> names) {
        return names.min(Comparator.comparingLong(
                name -> session.getAttribute(name) instanceof Begun begun ? begun.at() : Long.MIN_VALUE));
    }
}
