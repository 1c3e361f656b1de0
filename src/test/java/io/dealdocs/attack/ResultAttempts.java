package io.dealdocs.attack;

import static io.dealdocs.attack.CallbackAttempts.gussesSecret;
import static io.dealdocs.attack.CallbackAttempts.post;
import static io.dealdocs.attack.ContentAttempts.gusses;
import static io.dealdocs.attack.Forger.claims;
import static io.dealdocs.attack.Forger.hs256;
import static io.dealdocs.attack.Forger.timely;
import static io.dealdocs.attack.Forger.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.sandbox.docs.HeadlessEditor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gus, whose Docs server signs what he likes, says that the result of his own session lies where our server can reach it
 * and he cannot.
 */
final class ResultAttempts {

    private static final List<String> ADDRESSES = List.of(
            "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
            "http://127.0.0.1:{lure}/output.docx",
            "http://localhost:{lure}/output.docx",
            "http://[::1]:{lure}/output.docx",
            "http://[::ffff:127.0.0.1]:{lure}/output.docx",
            "http://2130706433:{lure}/output.docx",
            "http://0x7f000001:{lure}/output.docx",
            "http://0177.0.0.1:{lure}/output.docx",
            "http://127.1:{lure}/output.docx",
            "http://0.0.0.0:{lure}/output.docx",
            "http://{docs}@127.0.0.1:{lure}/output.docx",
            "http://{docs}:x@127.0.0.1:{lure}/output.docx",
            "http://127.0.0.1:{lure}#@{docs}/output.docx",
            "http://127.0.0.1:{lure}?@{docs}/output.docx",
            "http://{docs}\\@127.0.0.1:{lure}/output.docx",
            "http://127.0.0.1:{lure}\\.{docs}/output.docx",
            "http://{docs}.evil.example/output.docx",
            "//127.0.0.1:{lure}/output.docx",
            "/output.docx",
            "https://{docs}/output.docx",
            "http://localhost:{docsPort}/cache/output.docx",
            "http://127.0.0.1.:{docsPort}/cache/output.docx",
            "http://127.0.0.1.nip.io:{docsPort}/cache/output.docx",
            "{management}/actuator/prometheus",
            "{app}/docs/content/x",
            "{pipedrive}/api/v1/users/me",
            "file:///etc/hostname",
            "jar:file:/etc/hostname!/",
            "ftp://127.0.0.1:{lure}/output.docx",
            "gopher://127.0.0.1:{lure}/_output.docx",
            "data:text/plain,output",
            "http://{docs}/cache/../../command",
            "http://{docs}/cache/%2e%2e/%2e%2e/command",
            "http://{docs}/cache/..%5c..%5ccommand",
            "http://{docs}/x\r\nHost: 127.0.0.1:{lure}\r\n\r\n",
            "http://{docs}/%0d%0aHost:%20127.0.0.1:{lure}",
            "http://127.0.0.1:99999/output.docx",
            "http:///output.docx",
            "http://");

    private ResultAttempts() {}

    static Stream<Attempt> all() {
        return Stream.concat(ADDRESSES.stream().map(ResultAttempts::elsewhere), redirected());
    }

    private static Attempt elsewhere(String template) {
        String shown = template.replace("\r\n", "|");
        return Fault.RESULT_FROM_ANYWHERE
                .attempt("a result at " + shown, (scene, client) -> {
                    try (Lure lure = Lure.treasure()) {
                        String address = filled(template, scene, lure);
                        int docs = scene.globexDocs().requests().size();
                        requireRefused(scene, client, forceSaved(scene, address));
                        assertThat(lure.asked()).isEmpty();
                        assertThat(scene.globexDocs()
                                        .requests()
                                        .subList(
                                                docs,
                                                scene.globexDocs().requests().size()))
                                // Other work sends commands meanwhile.
                                .noneMatch(request -> request.incoming()
                                        && request.method().equals("GET")
                                        && request.target().contains("command"));
                    }
                })
                .after(ResultAttempts::aRealResultIsTaken);
    }

    private static void requireRefused(Scene scene, Client client, Map<String, Object> claims) {
        String before = globexVersions(scene);
        Answer answer = post(client, gusses(scene).callback(), claims, hs256(claims, gussesSecret(scene)));
        // A failed force save may be answered with success; what counts is that nothing was fetched or stored.
        assertThat(answer.status()).isIn(200, 400, 403, 404, 413, 422, 503);
        assertThat(answer.text()).doesNotContain("treasure");
        assertThat(globexVersions(scene)).isEqualTo(before);
    }

    private static Stream<Attempt> redirected() {
        return Stream.of("{lure}/inside", "{management}/actuator/prometheus", "{pipedrive}/", "file:///etc/hostname")
                .map(target -> Fault.REDIRECT_FOLLOWED.attempt(
                        "a result on Gus's Docs server that leads to " + target, (scene, client) -> {
                            try (Lure inside = Lure.treasure();
                                    Lure docs = Lure.redirecting(target.replace("{lure}", inside.origin())
                                            .replace("{management}", scene.management())
                                            .replace(
                                                    "{pipedrive}",
                                                    scene.pipedrive().acme().toString()))) {
                                movedTo(
                                        scene,
                                        docs.origin(),
                                        () -> requireRefused(
                                                scene, client, forceSaved(scene, docs.origin() + "/output.docx")));
                                assertThat(docs.asked()).hasSize(1);
                                assertThat(inside.asked()).isEmpty();
                            }
                        }));
    }

    /** Gus's open session is pinned to a server that he wrote himself. */
    static void movedTo(Scene scene, String origin, Runnable deed) {
        String key = gusses(scene).key();
        String there = scene.globexDocs().origin();
        pin(scene, key, origin);
        try {
            deed.run();
        } finally {
            pin(scene, key, there);
        }
    }

    private static void pin(Scene scene, String key, String origin) {
        scene.jdbc()
                .sql("update editing_session set docs_url = :url, docs_internal = :url where document_key = :key")
                .param("url", origin)
                .param("key", key)
                .update();
    }

    static Map<String, Object> forceSaved(Scene scene, String url) {
        return timely(claims(
                "key",
                gusses(scene).key(),
                "status",
                6,
                "url",
                url,
                "filetype",
                "docx",
                "forcesavetype",
                0,
                "users",
                List.of(gusses(scene).user())));
    }

    private static String filled(String template, Scene scene, Lure lure) {
        String docs = scene.globexDocs().origin().substring("http://".length());
        return template.replace("{lure}", Integer.toString(lure.port()))
                .replace("{docsPort}", docs.replaceAll(".*:", ""))
                .replace("{docs}", docs)
                .replace("{management}", scene.management())
                .replace("{app}", scene.app())
                .replace("{pipedrive}", scene.pipedrive().acme().toString());
    }

    /** The versions of the attackers' own document. */
    static String globexVersions(Scene scene) {
        return scene.jdbc()
                .sql("select coalesce(string_agg(number || origin || sha256, ' ' order by number), '')"
                        + " from version where document_id = ?")
                .param(scene.booty().globexs().value())
                .query(String.class)
                .single();
    }

    /** What lies where it must is fetched and stored. */
    static void aRealResultIsTaken(Scene scene, Client client) throws Exception {
        Map<String, Object> claims = forceSaved(scene, result(scene));
        Answer answer = post(client, gusses(scene).callback(), claims, hs256(claims, gussesSecret(scene)));
        assertThat(answer.text()).isEqualTo("{\"error\":0}");
        assertThat(globexVersions(scene)).contains("FORCE_SAVED");
    }

    // Made once: one key serves all.
    private static String result(Scene scene) throws Exception {
        String key = gusses(scene).key();
        boolean made = scene.globexDocs().callbacks().stream()
                .anyMatch(call -> call.key().equals(key) && call.status() == 6);
        if (!made) {
            HeadlessEditor editor = scene.globexDocs().open(gusses(scene).json());
            editor.addParagraph("a result");
            editor.save();
        }
        return scene.globexDocs()
                .awaitCallback(key, 6, Duration.ofSeconds(10))
                .body()
                .path("url")
                .asString();
    }

    /** The same claims with a history whose changes lie elsewhere. */
    static Map<String, Object> withChanges(Map<String, Object> claims, String changes) {
        return with(
                with(claims, "changesurl", changes),
                "history",
                claims("serverVersion", "9.0.0", "changes", List.of(claims("created", "2026-01-01 00:00:00"))));
    }
}
