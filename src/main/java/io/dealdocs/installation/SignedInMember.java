package io.dealdocs.installation;

import io.dealdocs.shared.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * The principal of a browser session that signed in with Pipedrive; its name is the pair of company and user.
 *
 * @param apiDomain the company's origin at Pipedrive, where the way back leads
 */
public record SignedInMember(long company, long user, String apiDomain) implements OAuth2User {

    private static final long serialVersionUID = 1L;

    /** Who it is. */
    public MemberId id() {
        return MemberId.of(company, user);
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of("company", company, "user", user);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_MEMBER"));
    }

    @Override
    public String getName() {
        return id().toString();
    }
}
