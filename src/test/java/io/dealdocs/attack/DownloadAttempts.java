package io.dealdocs.attack;

import static io.dealdocs.attack.ContentAttempts.adas;
import static io.dealdocs.attack.ContentAttempts.last;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.access.Capabilities.Purpose;
import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Downloads what is not there for one, or with an address that was made for something else. */
final class DownloadAttempts {

    private DownloadAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(addresses(), people(), proxies(), names()).flatMap(it -> it);
    }

    private static Stream<Attempt> addresses() {
        return Stream.of(
                gone(
                        Fault.EXPIRY_IGNORED,
                        "Ada's of three minutes ago",
                        scene -> issue(scene, Purpose.DOWNLOAD, adas(scene, "x.docx"), Duration.ofSeconds(-1))),
                gone(
                        Fault.CAPABILITY_OF_ANOTHER_PURPOSE,
                        "Ada's claims for content",
                        scene -> issue(scene, Purpose.CONTENT, adas(scene, "x.docx"), Duration.ofMinutes(2))),
                gone(
                        Fault.CAPABILITY_OF_ANOTHER_PURPOSE,
                        "Ada's claims for callbacks",
                        scene -> issue(scene, Purpose.CALLBACK, adas(scene, "x.docx"), Duration.ofMinutes(2))),
                gone(
                        Fault.CAPABILITY_OF_ANOTHER_PURPOSE,
                        "her content address",
                        scene -> last(adas(scene).content())),
                gone(
                        Fault.CAPABILITY_TAMPERED,
                        "Gus's with Ada's company",
                        scene -> Forger.tampered(gusses(scene), "company", "54321")),
                gone(
                        Fault.CAPABILITY_TAMPERED,
                        "Gus's with Ada's document",
                        scene -> Forger.tampered(
                                gusses(scene),
                                "ref",
                                Booty.ref(scene.booty().secret()).value())),
                gone(
                        Fault.CAPABILITY_TAMPERED,
                        "Gus's that lasts for ever",
                        scene -> Forger.tampered(gusses(scene), "exp", 99_999_999_999L)),
                gone(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "one that nobody signed",
                        scene -> Forger.unsigned("none", Forger.read(genuine(scene)))),
                gone(
                        Fault.KEY_CONFUSION,
                        "one signed with a secret of Docs",
                        scene -> Forger.hs256(Forger.read(genuine(scene)), Booty.DOCS_SECRET)),
                gone(Fault.KEY_CONFUSION, "a panel token", scene -> scene.panelToken(Scene.ADA)),
                gone(
                        Fault.CAPABILITY_TAMPERED,
                        "half of Ada's",
                        scene -> genuine(scene).substring(0, 60)),
                gone(
                        Fault.FORGED_REFERENCE,
                        "a file's number",
                        scene -> Long.toString(scene.booty().secretFile().id())),
                gone(
                        Fault.FORGED_REFERENCE,
                        "a document's id",
                        scene -> scene.booty().secret().toString()));
    }

    private static Stream<Attempt> people() {
        return Stream.of(
                refused(
                        Fault.EQUAL_NUMBERS,
                        "Gus",
                        Scene.GUS,
                        Scene.PRIVATE,
                        scene -> Booty.ref(scene.booty().secret())),
                refused(
                        Fault.TENANT_KEY_BY_SUM,
                        "Gina",
                        Scene.GINA,
                        Scene.PRIVATE,
                        scene -> Booty.ref(scene.booty().secret())),
                refused(
                        Fault.EQUAL_NUMBERS,
                        "Gus by the file's number",
                        Scene.GUS,
                        Scene.PRIVATE,
                        scene -> new DealFile.Ref(
                                "f" + scene.booty().secretFile().id())),
                refused(
                        Fault.DEAL_FROM_REQUEST,
                        "Gus from a deal of Acme's",
                        Scene.GUS,
                        Scene.SHARED,
                        scene -> Booty.ref(scene.booty().shared())),
                refused(
                        Fault.COLLEAGUE_WITHOUT_RIGHTS,
                        "Ben",
                        Scene.BEN,
                        Scene.PRIVATE,
                        scene -> Booty.ref(scene.booty().secret())),
                refused(
                        Fault.COLLEAGUE_WITHOUT_RIGHTS,
                        "Ben from a deal he sees",
                        Scene.BEN,
                        Scene.SHARED,
                        scene -> Booty.ref(scene.booty().secret())),
                refused(
                        Fault.COLLEAGUE_WITHOUT_RIGHTS,
                        "Ben by the file's number",
                        Scene.BEN,
                        Scene.SHARED,
                        scene -> new DealFile.Ref(
                                "f" + scene.booty().secretFile().id())),
                refused(
                        Fault.FORGED_REFERENCE,
                        "Gus by a path",
                        Scene.GUS,
                        Scene.PRIVATE,
                        scene -> new DealFile.Ref("f1/../../users/me")),
                Fault.STALE_RIGHTS.attempt("a download of Gina's, who has left", (scene, client) -> {
                    String address = "/downloads/"
                            + issue(
                                    scene,
                                    Purpose.DOWNLOAD,
                                    claims(
                                            Scene.GINA,
                                            Scene.PRIVATE,
                                            Booty.ref(scene.booty().globexs()),
                                            "x.docx"),
                                    Duration.ofMinutes(2));
                    assertThat(client.get(address).status()).isEqualTo(200);
                    scene.pipedrive()
                            .uninstall(
                                    Scene.GINA.company().value(),
                                    Scene.GINA.user().value());
                    Answer answer = client.get(address);
                    scene.connect(Scene.GINA);
                    assertThat(answer.status()).isEqualTo(409);
                }));
    }

    private static Stream<Attempt> proxies() {
        return Stream.of(
                        "/downloads/{lure}",
                        "/downloads?url={lure}",
                        "/downloads/?url={lure}",
                        "/files/download?domain={lure}&file_id=1",
                        "/proxy?url={lure}",
                        "/api/me?api_domain={lure}",
                        "/docs/content/?url={lure}")
                .map(where -> Fault.OPEN_DOWNLOAD_PROXY.attempt("a download at " + where, (scene, client) -> {
                    try (Lure lure = Lure.treasure()) {
                        Answer answer = client.get(
                                where.replace("{lure}", Page.encoded(lure.origin())), "Authorization", "Bearer mine");
                        assertThat(answer.text()).doesNotContain("treasure");
                        assertThat(lure.asked()).isEmpty();
                    }
                }));
    }

    private static Stream<Attempt> names() {
        return Stream.of(
                named(Fault.HEADER_IN_TEXT, "x.docx\r\nX-Evil: 1"),
                named(Fault.HEADER_IN_TEXT, "x.docx\"; filename=\"evil.html"),
                named(Fault.HEADER_IN_TEXT, "x.docx\nContent-Type: text/html"),
                named(Fault.HEADER_IN_TEXT, "../../../etc/cron.d/x"),
                named(Fault.HEADER_IN_TEXT, "\u202Excod.exe\u0000.html"),
                named(Fault.SCRIPT_IN_TEXT, "<script>alert(1)</script>.html"));
    }

    private static Attempt named(Fault fault, String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "|");
        return fault.attempt("a download named " + shown, (scene, client) -> {
            Answer answer = client.get("/downloads/"
                    + issue(
                            scene,
                            Purpose.DOWNLOAD,
                            claims(
                                    Scene.GUS,
                                    Scene.PRIVATE,
                                    Booty.ref(scene.booty().globexs()),
                                    name),
                            Duration.ofMinutes(2)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-type")).isEqualTo("application/octet-stream");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("cache-control")).contains("no-store");
            assertThat(answer.headers().map()).doesNotContainKey("x-evil");
            assertThat(answer.all("content-disposition")).hasSize(1);
            assertThat(answer.header("content-disposition"))
                    .matches("attachment; filename=\"([^\"\\\\\\p{Cntrl}]|\\\\.)*\";"
                            + " filename\\*=UTF-8''[!#$&+.^_`|~0-9A-Za-z%-]*");
        });
    }

    private static Attempt refused(
            Fault fault, String who, MemberId member, DealId deal, Function<Scene, DealFile.Ref> ref) {
        return fault.attempt("a download of Ada's by " + who, (scene, client) -> {
                    Answer answer = client.get("/downloads/"
                            + issue(
                                    scene,
                                    Purpose.DOWNLOAD,
                                    claims(member, deal, ref.apply(scene), "x.docx"),
                                    Duration.ofMinutes(2)));
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.header("content-type")).startsWith("text/plain");
                })
                .by(member.equals(Scene.BEN) ? Suspect.COLLEAGUE : Suspect.STRANGER)
                .after(DownloadAttempts::adaGetsIt);
    }

    private static Attempt gone(Fault fault, String what, Function<Scene, String> capability) {
        return fault.attempt("a download at the address: " + what, (scene, client) -> {
                    Answer answer = client.get("/downloads/" + capability.apply(scene));
                    assertThat(answer.status()).isEqualTo(410);
                })
                .after(DownloadAttempts::adaGetsIt);
    }

    private static void adaGetsIt(Scene scene, Client client) {
        Answer answer = client.get("/downloads/" + genuine(scene));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(scene.booty().words());
    }

    private static String genuine(Scene scene) {
        return issue(scene, Purpose.DOWNLOAD, adas(scene, "x.docx"), Duration.ofMinutes(2));
    }

    private static String gusses(Scene scene) {
        return issue(
                scene,
                Purpose.DOWNLOAD,
                claims(Scene.GUS, Scene.PRIVATE, Booty.ref(scene.booty().globexs()), "x.docx"),
                Duration.ofMinutes(2));
    }

    private static Map<String, String> adas(Scene scene, String name) {
        return claims(Scene.ADA, Scene.PRIVATE, Booty.ref(scene.booty().secret()), name);
    }

    private static Scene.Config adas(Scene scene) {
        return ContentAttempts.adas(scene);
    }

    static Map<String, String> claims(MemberId member, DealId deal, DealFile.Ref ref, String name) {
        Map<String, String> claims = new HashMap<>();
        claims.put("company", member.company().toString());
        claims.put("user", member.user().toString());
        claims.put("deal", deal.toString());
        claims.put("ref", ref.value());
        claims.put("name", name);
        claims.put("language", "en");
        return claims;
    }

    static String issue(Scene scene, Purpose purpose, Map<String, String> claims, Duration life) {
        return scene.capabilities().issue(purpose, claims, Optional.of(life));
    }
}
