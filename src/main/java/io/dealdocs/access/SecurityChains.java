package io.dealdocs.access;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The filter chains for machines and for people; the one for uninstalling stands in {@link UninstallChain}. */
@Configuration
class SecurityChains {

    /** What carries its own right in the address: no session, no sign-in, nothing but the capability counts. */
    @Bean
    @Order(2)
    SecurityFilterChain capabilityChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/docs/**", "/downloads/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(it -> it.withObjectPostProcessor(eagerly())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    /** Pages. A page finds out itself who it belongs to, so that every route is open to the anonymous. */
    @Bean
    @Order(3)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            BegunSignIns begun,
            AfterSignIn after,
            RefusedSignIn refused)
            throws Exception {
        http.headers(it -> it.withObjectPostProcessor(eagerly())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                // For what is no page, such as an error; a page replaces it by its own.
                .contentSecurityPolicy(policy -> policy.policyDirectives("frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
        http.oauth2Login(it -> it.loginPage(SignIn.CONNECT_PATH)
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(ConnectRequests.of(registrations))
                                .authorizationRequestRepository(begun))
                .successHandler(after)
                .failureHandler(refused));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                it -> it.anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::permitAll));
        return http.build();
    }

    // Vaadin forwards to its servlet; Tomcat suspends the wrapped response then, and headers written late are lost.
    private static ObjectPostProcessor<HeaderWriterFilter> eagerly() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
