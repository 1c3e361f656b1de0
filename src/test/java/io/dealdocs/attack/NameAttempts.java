package io.dealdocs.attack;

import static io.dealdocs.attack.CallbackAttempts.gussesSecret;
import static io.dealdocs.attack.CallbackAttempts.post;
import static io.dealdocs.attack.ContentAttempts.gusses;
import static io.dealdocs.attack.Forger.hs256;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gus owns the name of his Docs server, and lets it lead into our server's own network after it was checked; or he has
 * no key for the name under which he answers.
 */
final class NameAttempts {

    private NameAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(results(), settings(), certificates()).flatMap(it -> it);
    }

    /** Names that lead to this machine, as a rebound one would. */
    private static Stream<String> inside() {
        return Stream.concat(
                Stream.of("localhost", "LOCALHOST", "localhost."),
                Stream.of(host()).filter(name -> !name.isEmpty()));
    }

    // Leads to an address of this machine in its network, where the machine has one.
    private static String host() {
        try {
            InetAddress here = InetAddress.getLocalHost();
            return here.getHostName().matches("[0-9.:]+") ? "" : here.getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }

    private static Stream<Attempt> results() {
        return inside().map(name -> Fault.NAME_LEADS_ELSEWHERE
                .attempt("a result on Gus's Docs server, which is " + name + " by now", (scene, client) -> {
                    try (Lure neighbour = Lure.treasure()) {
                        String before = ResultAttempts.globexVersions(scene);
                        String origin = "http://" + name + ":" + neighbour.port();
                        ResultAttempts.movedTo(
                                scene,
                                origin,
                                () -> assertThat(save(scene, client, origin)).isEqualTo(503));
                        assertThat(neighbour.asked()).isEmpty();
                        assertThat(ResultAttempts.globexVersions(scene)).isEqualTo(before);
                    }
                })
                .after((scene, client) -> {
                    try (Lure docs = Lure.treasure()) {
                        ResultAttempts.movedTo(scene, docs.origin(), () -> save(scene, client, docs.origin()));
                        assertThat(docs.asked()).hasSize(1);
                    }
                }));
    }

    private static int save(Scene scene, Client client, String origin) {
        Map<String, Object> claims = ResultAttempts.forceSaved(scene, origin + "/output.docx");
        return post(client, gusses(scene).callback(), claims, hs256(claims, gussesSecret(scene)))
                .status();
    }

    private static Stream<Attempt> settings() {
        return inside().map(name -> Fault.NAME_LEADS_ELSEWHERE
                .attempt("a Docs server named " + name, (scene, client) -> {
                    long before = SettingsAttempts.checks(scene);
                    String port = scene.globexDocs().origin().replaceAll(".*:", "");
                    assertThat(save(scene, "http://" + name + ":" + port))
                            .isEqualTo(new SaveOutcome.Refused(SaveOutcome.Problem.ADDRESS_INSIDE));
                    assertThat(SettingsAttempts.checks(scene)).isEqualTo(before);
                })
                .after((scene, client) ->
                        assertThat(save(scene, scene.globexDocs().origin())).isInstanceOf(SaveOutcome.Saved.class)));
    }

    private static SaveOutcome save(Scene scene, String address) {
        return scene.settings()
                .save(
                        Scene.GUS,
                        new NewDocsSettings(
                                address,
                                Optional.of(gussesSecret(scene)),
                                "Authorization",
                                DocsSettings.CoEditing.FAST,
                                scene.settings().of(Scene.GUS.company()).version()));
    }

    // In life every address is https: whoever is led astray meets a server that cannot prove to be the one.
    private static Stream<Attempt> certificates() {
        return Stream.of("127.0.0.1", "localhost")
                .flatMap(named -> Stream.of(
                        Fault.NAME_LEADS_ELSEWHERE.attempt(
                                "a result on a server with a certificate for %s of its own making".formatted(named),
                                (scene, client) -> {
                                    try (Lure neighbour = Lure.secret(named)) {
                                        String origin = "https://127.0.0.1:" + neighbour.port();
                                        ResultAttempts.movedTo(
                                                scene,
                                                origin,
                                                () -> assertThat(save(scene, client, origin))
                                                        .isEqualTo(503));
                                        assertThat(neighbour.asked()).isEmpty();
                                    }
                                }),
                        Fault.NAME_LEADS_ELSEWHERE.attempt(
                                "a Docs server with a certificate for %s of its own making".formatted(named),
                                (scene, client) -> {
                                    try (Lure neighbour = Lure.secret(named)) {
                                        assertThat(save(scene, "https://127.0.0.1:" + neighbour.port()))
                                                .isInstanceOf(SaveOutcome.Refused.class);
                                        assertThat(neighbour.asked()).isEmpty();
                                    }
                                })));
    }
}
