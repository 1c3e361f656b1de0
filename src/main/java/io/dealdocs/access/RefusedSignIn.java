package io.dealdocs.access;

import io.dealdocs.installation.InstallationProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Explains a sign-in that came to nothing. An installation that began in the Marketplace brings a code but no state: it
 * proves nothing about this browser, so a fresh start with a state of ours follows at once.
 */
@Component
class RefusedSignIn implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(RefusedSignIn.class);

    private final InstallationProperties us;

    RefusedSignIn(InstallationProperties us) {
        this.us = us;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (request.getParameter("error") != null) {
            lead(response, "/connect?reason=cancelled");
        } else if (request.getParameter("code") != null && request.getParameter("state") == null) {
            lead(response, SignIn.CONNECT_PATH);
        } else {
            log.warn("A sign-in failed: {}", exception.getMessage());
            lead(response, "/connect?reason=failed");
        }
    }

    private void lead(HttpServletResponse response, String path) throws IOException {
        response.sendRedirect(us.address(path).toString());
    }
}
