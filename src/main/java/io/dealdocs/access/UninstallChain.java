package io.dealdocs.access;

import io.dealdocs.pipedrive.PipedriveProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards the uninstall call: the OAuth return's address with {@code DELETE}, and the app's own credentials as Basic
 * authentication, compared in constant time. It answers 401 itself and never leads to a sign-in page.
 */
@Configuration
class UninstallChain {

    @Bean
    @Order(1)
    SecurityFilterChain uninstallCallChain(HttpSecurity http, PipedriveProperties pipedrive) throws Exception {
        return http.securityMatcher(
                        PathPatternRequestMatcher.pathPattern(HttpMethod.DELETE, "/login/oauth2/code/pipedrive"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new AppCredentials(pipedrive), AuthorizationFilter.class)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    /** Lets through who knows the app's client id and secret. */
    private static final class AppCredentials extends OncePerRequestFilter {

        private static final String PROBLEM = """
                {"title":"Unauthorized","status":401,"detail":"Send the app's client id and secret as Basic authentication."}""";

        private final byte[] expected;

        AppCredentials(PipedriveProperties pipedrive) {
            String pair = pipedrive.clientId() + ":" + pipedrive.clientSecret();
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            this.expected = encoded.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (matches(request.getHeader(HttpHeaders.AUTHORIZATION))) {
                chain.doFilter(request, response);
            } else {
                refuse(response);
            }
        }

        private static void refuse(HttpServletResponse response) throws IOException {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Pipedrive\"");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(PROBLEM.getBytes(StandardCharsets.UTF_8));
        }

        private boolean matches(@Nullable String header) {
            if (header == null || !header.regionMatches(true, 0, "Basic ", 0, "Basic ".length())) {
                return false;
            }
            byte[] given = header.substring("Basic ".length()).strip().getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(given, expected);
        }
    }
}
