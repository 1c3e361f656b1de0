package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sends files to where another person's page takes them, more than a page takes, or so slowly that nobody else can. */
final class UploadAttempts {

    // More than there are connections to the database.
    private static final int MANY = 40;
    private static final int LARGE = 12 << 20;
    private static final Duration ENDLESS = Duration.ofSeconds(15);

    private UploadAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(foreign(), endless(), slow()).flatMap(it -> it);
    }

    private static Stream<Attempt> foreign() {
        return Stream.of(
                toAdas("with the cookie of Gus", (scene, client, adas, target) -> {
                    gusses(scene, client);
                    return upload(client, target, "intruder".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }),
                toAdas("without a cookie", (scene, client, adas, target) -> upload(client, target, new byte[9])),
                toAdas("with her cookie and a guessed id", (scene, client, adas, target) -> {
                    client.cookies().putAll(adas.client().cookies());
                    return upload(
                            client,
                            target.replaceFirst("[0-9a-f-]{36}", "00000000-0000-4000-8000-000000000000"),
                            new byte[9]);
                }),
                toAdas("under the number of Gus's page", (scene, client, adas, target) -> {
                    Page guss = gusses(scene, client);
                    return upload(
                            client,
                            target.replaceFirst("/resource/[0-9]+/", "/resource/" + guss.ui() + "/"),
                            new byte[9]);
                }),
                toAdas("when she has left it", (scene, client, adas, target) -> {
                    client.cookies().putAll(adas.client().cookies());
                    adas.close();
                    return upload(client, target, new byte[9]);
                }));
    }

    /** Sends something to where Ada's page takes files. */
    @FunctionalInterface
    private interface Sending {
        Answer to(Scene scene, Client client, Page adas, String target);
    }

    private static Attempt toAdas(String how, Sending sending) {
        return Fault.FOREIGN_PAGE
                .attempt("an upload to Ada's page " + how, (scene, client) -> {
                    try (Client ada = new Client(scene)) {
                        Page adas = uploads(
                                ada, "/create?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.ADA));
                        String target = "/" + adas.attribute("target");
                        assertThat(target).contains("/VAADIN/dynamic/resource/");
                        assertThat(sending.to(scene, client, adas, target).status())
                                .isNotEqualTo(200);
                    }
                })
                .by(Suspect.STRANGER_BESIDE_ADA)
                .after((scene, client) -> {
                    String target = "/" + gusses(scene, client).attribute("target");
                    assertThat(upload(client, target, "his own".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                    .status())
                            .isEqualTo(200);
                });
    }

    private static Page gusses(Scene scene, Client client) {
        return uploads(client, "/create?resource=deal&selectedIds=1&token=" + scene.panelToken(Scene.GUS));
    }

    private static Page uploads(Client client, String where) {
        Page page = client.page(where);
        page.change(page.node("slot", "tabs"), "selected", 1);
        page.attribute("target");
        return page;
    }

    private static Answer upload(Client client, String target, byte[] bytes) {
        return client.send(request(client, target).POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private static HttpRequest.Builder request(Client client, String target) {
        return HttpRequest.newBuilder(client.address(target))
                .header("Content-Type", "application/octet-stream")
                .header("X-Filename", "own.txt");
    }

    private static Stream<Attempt> endless() {
        return Stream.of(Fault.UNBOUNDED_BODY.attempt("an upload of 60 MB that tells no length", (scene, client) -> {
            String target = "/" + gusses(scene, client).attribute("target");
            try {
                Answer answer = client.send(request(client, target)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(new byte[60 << 20]))));
                assertThat(answer.status()).isNotEqualTo(200);
            } catch (IllegalStateException cutOff) {
                client.note("cut off");
            }
            assertThat(scene.jdbc()
                            .sql("select count(*) from version where size > 50 * 1024 * 1024")
                            .query(Long.class)
                            .single())
                    .isZero();
        }));
    }

    private static Stream<Attempt> slow() {
        return Stream.of(
                Fault.SLOW_SENDER.attempt("forty uploads that never end", (scene, client) -> {
                    Page page = gusses(scene, client);
                    String cookie = client.cookies().get("JSESSIONID");
                    String head =
                            "POST /" + page.attribute("target") + " HTTP/1.1\r\nHost: localhost\r\nCookie: JSESSIONID="
                                    + cookie + "\r\nContent-Type: application/octet-stream\r\nX-Filename: own.txt\r\n"
                                    + "Content-Length: 1000000\r\n\r\nslow";
                    for (int i = 0; i < MANY; i++) {
                        client.closing(new Wire(scene.app())).say(head);
                    }
                    Thread.sleep(500);
                    requireOthersServed(scene, client);
                    // Nor does the page itself wait for them.
                    long begun = System.nanoTime();
                    page.send();
                    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ENDLESS);
                }),
                Fault.SLOW_SENDER.attempt("forty downloads that nobody reads", (scene, client) -> {
                    String target = "/" + gusses(scene, client).attribute("target");
                    assertThat(upload(client, target, new byte[LARGE]).status()).isEqualTo(200);
                    List<Wire> readers = new ArrayList<>();
                    for (int i = 0; i < MANY; i++) {
                        Wire wire = client.closing(Wire.deaf(scene.app()));
                        wire.say("GET " + largest(scene) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                        readers.add(wire);
                    }
                    Thread.sleep(500);
                    requireOthersServed(scene, client);
                    assertThat(readers).hasSize(MANY);
                }));
    }

    private static String largest(Scene scene) {
        String document = scene.jdbc()
                .sql("select cast(d.id as text) from document d join version v on v.document_id = d.id"
                        + " where d.company_id = ? and v.size = ? limit 1")
                .params(Scene.GUS.company().value(), LARGE)
                .query(String.class)
                .single();
        return "/downloads/"
                + DownloadAttempts.issue(
                        scene,
                        io.dealdocs.access.Capabilities.Purpose.DOWNLOAD,
                        DownloadAttempts.claims(
                                Scene.GUS,
                                new io.dealdocs.shared.DealId(1),
                                Booty.ref(io.dealdocs.shared.DocumentId.parse(document)),
                                "own.txt"),
                        Duration.ofMinutes(2));
    }

    // Where the connections to the database are taken nobody is shown a list at all; the time is for a busy machine.
    static void requireOthersServed(Scene scene, Client client) {
        client.another()
                .page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS))
                .first(scene.booty().globexName());
    }
}
