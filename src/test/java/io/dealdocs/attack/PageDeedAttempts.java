package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.settings.DocsSettings;
import io.dealdocs.shared.MemberId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Lets one's own page do what its lines and buttons do, with the ids of somebody else's, or after one has lost the right. */
final class PageDeedAttempts {

    private static final String PANEL = "/panel?resource=deal&selectedIds=2&token=";

    private PageDeedAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(lines(), left(), forms(), editors()).flatMap(it -> it);
    }

    private static Stream<Attempt> lines() {
        List<Function<Scene, String>> keys = List.of(
                scene -> scene.booty().secret().toString(),
                scene -> Booty.ref(scene.booty().secret()).value(),
                scene -> "f" + scene.booty().secretFile().id(),
                scene -> Long.toString(scene.booty().secretFile().id()),
                scene -> scene.booty().secretName());
        return Stream.of("openFile", "saveFile", "deleteFile")
                .flatMap(deed -> IntStream.range(0, keys.size())
                        .mapToObj(at -> Fault.FOREIGN_REFERENCE
                                .attempt("Gus's list is told " + deed + " of Ada's, way " + at, (scene, client) -> {
                                    Page page = panel(scene, client, Scene.GUS);
                                    page.answer(
                                            functions(page), deed, keys.get(at).apply(scene), List.of());
                                    page.send();
                                    assertThat(page.shows(".sendTab(") || page.shows(".download("))
                                            .isFalse();
                                })
                                .after(PageDeedAttempts::gussLineOpens)));
    }

    // What the list's lines call, as the browser was told.
    private static JsonNode functions(Page page) {
        return page.script(".setLitRenderer(").path(2).path("@v-return");
    }

    private static Page panel(Scene scene, Client client, MemberId member) {
        Page page = client.page(PANEL + scene.panelToken(member));
        page.first(scene.booty().globexName());
        return page;
    }

    private static void gussLineOpens(Scene scene, Client client) {
        openOwn(panel(scene, client, Scene.GUS), scene).script(".sendTab(");
    }

    private static Page openOwn(Page page, Scene scene) {
        for (JsonNode row : page.script("$connector.set(").path(2)) {
            if (row.path("accessibleName").asString().equals(scene.booty().globexName())) {
                page.answer(functions(page), "openFile", row.path("key").asString(), List.of());
                return page;
            }
        }
        throw new AssertionError("no line of one's own");
    }

    private static Stream<Attempt> left() {
        return Stream.of(
                Fault.STALE_RIGHTS
                        .attempt("Gina's panel still opens files when she has left", (scene, client) -> {
                            Page page = panel(scene, client, Scene.GINA);
                            uninstalled(scene, () -> {
                                openOwn(page, scene);
                                assertThat(page.first(".closeTab(", ".sendTab("))
                                        .isEqualTo(".closeTab(");
                            });
                        })
                        .after(PageDeedAttempts::gussLineOpens),
                Fault.STALE_RIGHTS
                        .attempt("Gina's editor tab opens again when she has left", (scene, client) -> {
                            String where = TicketAttempts.path(scene.booty().globexs());
                            client.page(where + "?ticket="
                                            + TicketAttempts.ticket(
                                                    scene,
                                                    Scene.GINA,
                                                    scene.booty().globexs()))
                                    .first("editorConfig");
                            uninstalled(
                                    scene,
                                    () -> assertThat(
                                                    client.page(where).first("\"trouble\"", "ontinue=", "editorConfig"))
                                            .isNotEqualTo("editorConfig"));
                        })
                        .after((scene, client) -> {
                            String where = TicketAttempts.path(scene.booty().globexs());
                            client.page(where + "?ticket="
                                            + TicketAttempts.ticket(
                                                    scene,
                                                    Scene.GUS,
                                                    scene.booty().globexs()))
                                    .first("editorConfig");
                            client.page(where).first("editorConfig");
                        }));
    }

    private static void uninstalled(Scene scene, Runnable deed) {
        scene.pipedrive()
                .uninstall(Scene.GINA.company().value(), Scene.GINA.user().value());
        try {
            deed.run();
        } finally {
            scene.connect(Scene.GINA);
        }
    }

    private static Stream<Attempt> forms() {
        return Stream.of(
                clicksEverything("Gina", Scene.GINA, Suspect.STRANGER),
                clicksEverything("Ben", Scene.BEN, Suspect.COLLEAGUE),
                Fault.FAIL_OPEN_ADMIN
                        .attempt(
                                "Gus's form saves while Pipedrive says that he is no admin any more",
                                (scene, client) -> {
                                    DocsSettings before = scene.settings().of(Scene.GUS.company());
                                    Page page = settings(scene, client, Scene.GUS);
                                    page.change(page.node("id", "docs-header"), "value", "X-Other");
                                    scene.pipedrive().faults().failNext("GET /users/me", 403, 10);
                                    try {
                                        page.post(
                                                client, page.ui(), page.key(), click(page.node("id", "save-settings")));
                                        page.first("dd-notice", "role");
                                        Thread.sleep(300);
                                    } finally {
                                        scene.pipedrive().faults().clear();
                                        scene.pipedrive().faults().burst(1_000_000);
                                    }
                                    assertThat(scene.settings().of(Scene.GUS.company()))
                                            .isEqualTo(before);
                                })
                        .after((scene, client) ->
                                settings(scene, client, Scene.GUS).node("id", "save-settings")));
    }

    private static Page settings(Scene scene, Client client, MemberId member) {
        Page page = client.page("/settings?id=x&token=" + scene.panelToken(member));
        page.first("source");
        return page;
    }

    private static Attempt clicksEverything(String who, MemberId member, Suspect suspect) {
        return Fault.FAIL_OPEN_ADMIN
                .attempt(who + " presses and fills in all there is on a settings page", (scene, client) -> {
                    DocsSettings before = scene.settings().of(member.company());
                    Page page = settings(scene, client, member);
                    Object[] deeds = IntStream.range(1, 120)
                            .boxed()
                            .flatMap(node -> Stream.of(
                                    Map.of(
                                            "type",
                                            "mSync",
                                            "node",
                                            node,
                                            "feature",
                                            1,
                                            "property",
                                            "value",
                                            "value",
                                            "http://127.0.0.1:1"),
                                    click(node)))
                            .toArray();
                    page.post(client, page.ui(), page.key(), deeds);
                    assertThat(scene.settings().of(member.company())).isEqualTo(before);
                })
                .by(suspect)
                .after((scene, client) -> settings(scene, client, Scene.GUS).node("id", "save-settings"));
    }

    private static Map<String, Object> click(int node) {
        return Map.of("type", "event", "node", node, "event", "click", "data", Map.of());
    }

    private static Stream<Attempt> editors() {
        return Stream.of("keep-document", "delete-document", "open-again")
                .map(button -> Fault.FORGED_REFERENCE.attempt(
                        "Gus's editor page is told that " + button + " was pressed, which it does not show",
                        (scene, client) -> {
                            Page page = client.page(TicketAttempts.path(
                                            scene.booty().globexs()) + "?ticket="
                                    + TicketAttempts.ticket(
                                            scene, Scene.GUS, scene.booty().globexs()));
                            page.first("editorConfig");
                            assertThat(page.has("data-testid", button)).isFalse();
                            Object[] clicks = IntStream.range(1, 150)
                                    .mapToObj(PageDeedAttempts::click)
                                    .toArray();
                            page.post(client, page.ui(), page.key(), clicks);
                            assertThat(scene.jdbc()
                                            .sql("select deleted_at is null from document where id = ?")
                                            .param(scene.booty().globexs().value())
                                            .query(Boolean.class)
                                            .single())
                                    .isTrue();
                        }));
    }
}
