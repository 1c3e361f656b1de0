package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gets into an editor tab without the ticket that was made for this person, this document and this minute. */
final class TicketAttempts {

    private static final String SIGN_IN = "/oauth2/authorization/pipedrive?continue=";
    private static final String TROUBLE = "\"trouble\"";

    private TicketAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(bad(), used(), foreign(), kept()).flatMap(it -> it);
    }

    private static Stream<Attempt> bad() {
        return Stream.of(
                turnedAway(Fault.CONTENT_WITHOUT_PROOF, "no ticket", scene -> ""),
                turnedAway(Fault.FORGED_REFERENCE, "an empty ticket", scene -> "?ticket="),
                turnedAway(Fault.FORGED_REFERENCE, "a made-up ticket", scene -> "?ticket=" + "A".repeat(43)),
                turnedAway(
                        Fault.FORGED_REFERENCE, "a ticket of SQL", scene -> "?ticket=" + Page.encoded("' or '1'='1")),
                turnedAway(Fault.FORGED_REFERENCE, "a ticket of 20 KB", scene -> "?ticket=" + "A".repeat(20_000)),
                turnedAway(
                        Fault.FORGED_REFERENCE,
                        "a ticket with a sign too many",
                        scene -> "?ticket="
                                + ticket(scene, Scene.ADA, scene.booty().secret()) + "="),
                turnedAway(
                        Fault.FORGED_REFERENCE,
                        "a ticket in small letters",
                        scene -> "?ticket="
                                + ticket(scene, Scene.ADA, scene.booty().secret())
                                        .toLowerCase(java.util.Locale.ROOT)),
                turnedAway(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "a panel token for a ticket",
                        scene -> "?ticket=" + scene.panelToken(Scene.ADA)),
                turnedAway(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "Gus's panel token beside it",
                        scene -> "?token=" + scene.panelToken(Scene.GUS)));
    }

    private static Stream<Attempt> used() {
        return Stream.of(
                turnedAway(Fault.TICKET_REPLAYED, "a ticket that Ada has used", scene -> {
                            String ticket =
                                    ticket(scene, Scene.ADA, scene.booty().secret());
                            try (Client ada = new Client(scene)) {
                                ada.page(path(scene.booty().secret()) + "?ticket=" + ticket)
                                        .first("editorConfig");
                            }
                            return "?ticket=" + ticket;
                        })
                        .by(Suspect.STRANGER_BESIDE_ADA),
                turnedAway(Fault.TICKET_REPLAYED, "a ticket that was tried at another document first", scene -> {
                    String ticket = ticket(scene, Scene.ADA, scene.booty().secret());
                    try (Client ada = new Client(scene)) {
                        ada.page(path(scene.booty().shared()) + "?ticket=" + ticket)
                                .first(SIGN_IN);
                    }
                    return "?ticket=" + ticket;
                }),
                turnedAway(Fault.EXPIRY_IGNORED, "a ticket of a minute ago", scene -> {
                    String ticket = ticket(scene, Scene.ADA, scene.booty().secret());
                    scene.jdbc()
                            .sql("update ticket set expires_at = now() - interval '1 second'")
                            .update();
                    return "?ticket=" + ticket;
                }),
                Fault.TICKET_REPLAYED
                        .attempt("one ticket in eight browsers at once", (scene, client) -> {
                            String where = path(scene.booty().globexs()) + "?ticket="
                                    + ticket(scene, Scene.GUS, scene.booty().globexs());
                            List<CompletableFuture<String>> all = IntStream.range(0, 8)
                                    .mapToObj(it -> CompletableFuture.supplyAsync(
                                            () -> client.another().page(where).first("editorConfig", SIGN_IN)))
                                    .toList();
                            assertThat(all.stream().map(CompletableFuture::join).filter("editorConfig"::equals))
                                    .hasSize(1);
                        })
                        .after(TicketAttempts::adaGetsIn));
    }

    private static Stream<Attempt> foreign() {
        return Stream.of(
                turnedAway(
                        Fault.FOREIGN_REFERENCE,
                        "Ada's ticket for another document",
                        scene -> "?ticket="
                                + ticket(scene, Scene.ADA, scene.booty().shared())),
                turnedAway(
                        Fault.FOREIGN_REFERENCE,
                        "Gus's ticket for his own document",
                        scene -> "?ticket="
                                + ticket(scene, Scene.GUS, scene.booty().globexs())),
                // Nobody is ever given such a ticket: rights must be asked for again all the same.
                inTrouble(Fault.STALE_RIGHTS, "a ticket of Ben's for Ada's document", Scene.BEN, Suspect.COLLEAGUE),
                inTrouble(Fault.EQUAL_NUMBERS, "a ticket of Gus's for Ada's document", Scene.GUS, Suspect.STRANGER),
                inTrouble(
                        Fault.TENANT_KEY_BY_SUM, "a ticket of Gina's for Ada's document", Scene.GINA, Suspect.STRANGER),
                Fault.AMBIENT_IDENTITY.attempt("Gus's page goes on with a ticket of Ada's", (scene, client) -> {
                    Page page = client.page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS));
                    page.first(scene.booty().globexName());
                    page.navigate(
                            path(scene.booty().secret()).substring(1),
                            "ticket=" + ticket(scene, Scene.ADA, scene.booty().secret()));
                    assertThat(page.first(TROUBLE, "editorConfig")).isEqualTo(TROUBLE);
                }));
    }

    private static Stream<Attempt> kept() {
        return Stream.of(
                Fault.TOKEN_STAYS_IN_ADDRESS.attempt("the ticket stays in the browser's address", (scene, client) -> {
                    String ticket = ticket(scene, Scene.GUS, scene.booty().globexs());
                    Page page = client.page(path(scene.booty().globexs()) + "?ticket=" + ticket + "&theme=dark");
                    page.first("editorConfig");
                    assertThat(page.script("history.replaceState").toString())
                            .contains("theme=dark")
                            .doesNotContain(ticket);
                }),
                Fault.TOKEN_STAYS_IN_ADDRESS.attempt(
                        "the panel token stays in the browser's address", (scene, client) -> {
                            String token = scene.panelToken(Scene.GUS);
                            Page page = client.page("/panel?resource=deal&selectedIds=2&token=" + token);
                            page.first(scene.booty().globexName());
                            assertThat(page.script("history.replaceState").toString())
                                    .contains("selectedIds=2")
                                    .doesNotContain(token);
                        }),
                Fault.SECRET_IN_CLEAR.attempt("the table of tickets is good for entering", (scene, client) -> {
                    String ticket = ticket(scene, Scene.ADA, scene.booty().secret());
                    assertThat(scene.jdbc()
                                    .sql("select encode(hash, 'escape') from ticket")
                                    .query(String.class)
                                    .list())
                            .isNotEmpty()
                            .noneMatch(kept -> kept.contains(ticket));
                }));
    }

    private static Attempt inTrouble(Fault fault, String what, MemberId member, Suspect suspect) {
        return fault.attempt("an editor tab with " + what, (scene, client) -> {
                    Page page = client.page(path(scene.booty().secret()) + "?ticket="
                            + ticket(scene, member, scene.booty().secret()));
                    assertThat(page.first(TROUBLE, "editorConfig")).isEqualTo(TROUBLE);
                })
                .by(suspect)
                .after(TicketAttempts::adaGetsIn);
    }

    private static Attempt turnedAway(Fault fault, String what, Function<Scene, String> query) {
        return fault.attempt("an editor tab with " + what, (scene, client) -> {
                    Page page = client.page(path(scene.booty().secret()) + query.apply(scene));
                    assertThat(page.first(SIGN_IN, "editorConfig")).isEqualTo(SIGN_IN);
                })
                .by(Suspect.STRANGER)
                .after(TicketAttempts::adaGetsIn);
    }

    private static void adaGetsIn(Scene scene, Client client) {
        Page page = client.page(path(scene.booty().secret()) + "?ticket="
                + ticket(scene, Scene.ADA, scene.booty().secret()));
        page.first("editorConfig");
    }

    static String ticket(Scene scene, MemberId member, DocumentId document) {
        return scene.tickets().issue(member, document);
    }

    static String path(DocumentId document) {
        return "/documents/" + document;
    }
}
