package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the log of everything that went before. Comes last. */
final class LogAttempts {

    private LogAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(
                holds("a signed token or an address that opens", "eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,}"),
                holds("an access token", "v1u:[\\w-]{20,}"),
                holds("a refresh token", "[0-9]+:[0-9]+:[0-9a-f]{40}"),
                holds("a code of the sign-in", "[0-9]{4,}\\.[0-9]+\\.[0-9a-f]{40}"),
                holds("a ticket", "ticket=[\\w-]{20,}"),
                holds("a signed link to a file", "X-Amz-Signature|Signature=[0-9a-f]{20,}"),
                holds("a Basic or Bearer header", "(Basic|Bearer) [\\w=+/.-]{16,}"),
                Fault.SECRET_IN_LOG.attempt("the log holds a secret of ours or of a company's", (scene, client) -> {
                    for (String secret : scene.booty().secrets()) {
                        assertThat(lines(scene)).noneMatch(line -> line.contains(secret));
                    }
                }),
                Fault.SECRET_IN_LOG.attempt(
                        "the log holds what people wrote",
                        (scene, client) -> assertThat(lines(scene))
                                .noneMatch(line -> line.contains(scene.booty().words()))));
    }

    private static Attempt holds(String what, String pattern) {
        Pattern secret = Pattern.compile(pattern);
        return Fault.SECRET_IN_LOG.attempt(
                "the log holds " + what,
                (scene, client) -> assertThat(lines(scene))
                        .noneMatch(line -> secret.matcher(line).find()));
    }

    private static List<String> lines(Scene scene) {
        List<String> lines = scene.log().lines();
        assertThat(lines).as("the log was read").isNotEmpty();
        return lines;
    }
}
