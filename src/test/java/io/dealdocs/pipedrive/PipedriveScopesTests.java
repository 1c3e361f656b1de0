package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scopes of a consent. */
class PipedriveScopesTests {

    private static final String ALL = "base,deals:full,users:read,activities:full,contacts:read,products:read";

    @ParameterizedTest
    @ValueSource(strings = {"base,deals:full", "base deals:full", " base, deals:full,", "deals:full,base,base"})
    void splitsOnCommasAndSpaces(String scope) {
        assertThat(PipedriveScopes.split(scope)).containsExactlyInAnyOrder("base", "deals:full");
    }

    @Test
    void splitsNothingIntoNothing() {
        assertThat(PipedriveScopes.split("")).isEmpty();
    }

    @Test
    void findsNothingMissingInAFullConsent() {
        assertThat(PipedriveScopes.missingFrom(PipedriveScopes.split(ALL))).isFalse();
        assertThat(PipedriveScopes.missingFrom(PipedriveScopes.split(ALL + ",recents:read")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deals:full", "users:read", "activities:full", "contacts:read", "products:read"})
    void findsEachMissingScope(String missing) {
        assertThat(PipedriveScopes.missingFrom(PipedriveScopes.split(ALL.replace(missing, ""))))
                .isTrue();
    }

    @Test
    void takesReadingDealsForNoRightToChangeThem() {
        assertThat(PipedriveScopes.missingFrom(PipedriveScopes.split(ALL.replace("deals:full", "deals:read"))))
                .isTrue();
    }

    @Test
    void doesNotInsistOnTheScopeThatIsAlwaysOn() {
        assertThat(PipedriveScopes.missingFrom(PipedriveScopes.split(ALL.replace("base,", ""))))
                .isFalse();
        assertThat(PipedriveScopes.REQUIRED).isEqualTo(Set.copyOf(PipedriveScopes.split(ALL)));
    }
}
