package io.dealdocs.access;

import io.dealdocs.installation.InstallationProperties;
import io.dealdocs.installation.SignedInMember;
import io.dealdocs.pipedrive.PipedriveProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Leads a person on after the consent: to where they wanted to go, else to the app's settings page in Pipedrive
 * (pipedrive contract, section 1.8).
 */
@Component
class AfterSignIn implements AuthenticationSuccessHandler {

    private final PipedriveProperties pipedrive;
    private final InstallationProperties us;

    AfterSignIn(PipedriveProperties pipedrive, InstallationProperties us) {
        this.pipedrive = pipedrive;
        this.us = us;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String wanted = wanted(request);
        if (wanted != null) {
            response.sendRedirect(us.address(wanted).toString());
            return;
        }
        SignedInMember member = (SignedInMember) Objects.requireNonNull(authentication.getPrincipal());
        response.sendRedirect(
                member.apiDomain() + "/settings/marketplace/app/" + pipedrive.clientId() + "/app-settings");
    }

    private static @Nullable String wanted(HttpServletRequest request) {
        return (String) request.getAttribute(BegunSignIns.CONTINUE);
    }
}
