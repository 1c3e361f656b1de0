package io.dealdocs.sandbox.pipedrive;

/**
 * The tokens of an installed member, for tests that talk to the REST interface themselves.
 *
 * @param accessToken for the REST interface
 * @param refreshToken for the token endpoint
 */
public record SandboxGrant(String accessToken, String refreshToken) {
    @Override
    public String toString() {
        return "SandboxGrant[]";
    }
}
