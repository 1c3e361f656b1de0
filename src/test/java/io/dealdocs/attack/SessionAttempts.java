package io.dealdocs.attack;

import static io.dealdocs.attack.CallbackAttempts.gussesSecret;
import static io.dealdocs.attack.CallbackAttempts.post;
import static io.dealdocs.attack.CallbackAttempts.save;
import static io.dealdocs.attack.ContentAttempts.adas;
import static io.dealdocs.attack.ContentAttempts.gusses;
import static io.dealdocs.attack.Forger.claims;
import static io.dealdocs.attack.Forger.hs256;
import static io.dealdocs.attack.Forger.timely;
import static io.dealdocs.attack.Forger.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lets a message of one session speak about another one, or about more than it proves. */
final class SessionAttempts {

    private SessionAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(
                Fault.SESSION_FROM_ADDRESS.attempt("a callback at Gus's address about Ada's key", (scene, client) -> {
                    Map<String, Object> about = save(scene);
                    assertThat(post(client, gusses(scene).callback(), about, hs256(about, gussesSecret(scene)))
                                    .status())
                            .isEqualTo(403);
                }),
                Fault.SESSION_FROM_ADDRESS.attempt("a callback at Ada's address about Gus's key", (scene, client) -> {
                    Map<String, Object> about =
                            with(save(scene), "key", gusses(scene).key());
                    assertThat(post(client, adas(scene).callback(), about, hs256(about, gussesSecret(scene)))
                                    .status())
                            .isEqualTo(403);
                }),
                elsewhere(
                        "Gus's own secret at Gus's address",
                        scene -> gusses(scene).callback(),
                        CallbackAttempts::gussesSecret),
                elsewhere(
                        "Acme's own secret at the address of another session",
                        scene -> scene.config(Scene.ADA, scene.booty().shared()).callback(),
                        scene -> Booty.DOCS_SECRET),
                Fault.SESSION_FROM_ADDRESS.attempt(
                        "a callback of Gus's with Ada's company, deal and file in its address", (scene, client) -> {
                            Map<String, Object> leaving =
                                    timely(claims("key", gusses(scene).key(), "status", 4));
                            String address = gusses(scene).callback() + "?cid=54321&did=2&fid="
                                    + scene.booty().secretFile().id() + "&filename=intruder.docx&sid=x";
                            post(client, address, save(scene), hs256(leaving, gussesSecret(scene)));
                        }),
                Fault.UNVERIFIED_CLAIMS.attempt("a callback whose body says more than its token", (scene, client) -> {
                    Map<String, Object> leaving =
                            timely(claims("key", gusses(scene).key(), "status", 4));
                    try (Lure lure = Lure.treasure()) {
                        Map<String, Object> body = with(with(save(scene), "url", lure.origin()), "status", 2);
                        assertThat(post(client, gusses(scene).callback(), body, hs256(leaving, gussesSecret(scene)))
                                        .text())
                                .isEqualTo("{\"error\":0}");
                        assertThat(lure.asked()).isEmpty();
                        assertThat(versions(scene)).isOne();
                    }
                }),
                Fault.AUTHOR_OF_THE_MESSAGE.attempt("a callback that names Ada as its editor", (scene, client) -> {
                    Map<String, Object> editing = timely(claims(
                            "key",
                            gusses(scene).key(),
                            "status",
                            1,
                            "users",
                            List.of(adas(scene).user()),
                            "actions",
                            List.of(claims("type", 1, "userid", adas(scene).user()))));
                    post(client, gusses(scene).callback(), editing, hs256(editing, gussesSecret(scene)));
                    assertThat(scene.documents().list(Scene.GUS, Scene.PRIVATE).files())
                            .noneMatch(file -> file.editors().contains("Ada Lind"));
                }));
    }

    // Nothing but the key is wrong with it.
    private static Attempt elsewhere(String how, Function<Scene, String> address, Function<Scene, String> secret) {
        return Fault.SESSION_FROM_ADDRESS.attempt("a word about Ada's key with " + how, (scene, client) -> {
            Map<String, Object> leaving = timely(claims("key", adas(scene).key(), "status", 4));
            assertThat(post(client, address.apply(scene), leaving, hs256(leaving, secret.apply(scene)))
                            .status())
                    .isEqualTo(403);
        });
    }

    private static long versions(Scene scene) {
        return scene.jdbc()
                .sql("select count(*) from version where document_id = ?")
                .param(scene.booty().globexs().value())
                .query(Long.class)
                .single();
    }
}
