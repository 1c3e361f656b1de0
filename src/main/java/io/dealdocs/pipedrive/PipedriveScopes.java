package io.dealdocs.pipedrive;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rights a member grants us with the consent, all or none (pipedrive contract, section 1.6). */
public final class PipedriveScopes {

    /** What the app is registered with; adding one later signs everybody out. */
    public static final Set<String> REQUIRED =
            Set.of("base", "deals:full", "users:read", "activities:full", "contacts:read", "products:read");

    private static final String ALWAYS_GRANTED = "base";
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");

    private PipedriveScopes() {}

    /** Splits the single string of a token answer, which Pipedrive separates by commas and OAuth by spaces. */
    public static Set<String> split(String scope) {
        return BETWEEN.splitAsStream(scope).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a scope we need is missing, so that the member must consent again. */
    public static boolean missingFrom(Set<String> granted) {
        return REQUIRED.stream().anyMatch(scope -> !scope.equals(ALWAYS_GRANTED) && !granted.contains(scope));
    }
}
