package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.MemberId;
import java.util.stream.Stream;

/** Comes in as oneself and asks for deals of others: what Pipedrive writes into a frame's address is not signed. */
final class PanelDealAttempts {

    private PanelDealAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(
                // The stranger's deal of that number is another one, so the answer must be theirs.
                asks(Fault.EQUAL_NUMBERS, Scene.GUS, "/panel?resource=deal&selectedIds=2", "globex-"),
                asks(Fault.TENANT_KEY_BY_SUM, Scene.GINA, "/panel?resource=deal&selectedIds=2", "globex-"),
                asks(Fault.DEAL_FROM_REQUEST, Scene.GUS, "/panel?resource=deal&selectedIds=5", "\"trouble\""),
                asks(Fault.DEAL_FROM_REQUEST, Scene.GINA, "/panel?resource=deal&selectedIds=5", "\"trouble\""),
                asks(Fault.DEAL_FROM_REQUEST, Scene.GUS, "/create?resource=deal&selectedIds=5", "\"trouble\""),
                asks(
                        Fault.DEAL_FROM_REQUEST,
                        Scene.GUS,
                        "/create?data=" + Page.encoded("{\"deal\":\"5\"}"),
                        "\"trouble\""),
                asks(Fault.FORGED_REFERENCE, Scene.GUS, "/panel?resource=deal&selectedIds=2,5", "\"no-deal\""),
                asks(
                        Fault.FORGED_REFERENCE,
                        Scene.GUS,
                        "/panel?resource=deal&selectedIds=" + Page.encoded("5 or 1=1"),
                        "\"no-deal\""),
                asks(Fault.FORGED_REFERENCE, Scene.GUS, "/panel?resource=person&selectedIds=5", "\"no-deal\""),
                asks(Fault.FORGED_REFERENCE, Scene.GUS, "/panel?resource=deal&selectedIds=-5", "\"no-deal\""),
                asks(
                        Fault.FORGED_REFERENCE,
                        Scene.GUS,
                        "/panel?resource=deal&selectedIds=99999999999999999999",
                        "\"no-deal\""),
                asks(Fault.COLLEAGUE_WITHOUT_RIGHTS, Scene.BEN, "/panel?resource=deal&selectedIds=2", "\"trouble\""),
                asks(Fault.COLLEAGUE_WITHOUT_RIGHTS, Scene.BEN, "/create?resource=deal&selectedIds=2", "\"trouble\""),
                Fault.DEAL_FROM_REQUEST
                        .attempt("Ben's panel goes on to Ada's deal inside the page", (scene, client) -> {
                            Page page = client.page(
                                    "/panel?resource=deal&selectedIds=5&token=" + scene.panelToken(Scene.BEN));
                            page.first(scene.booty().sharedName());
                            page.navigate("panel", "resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.BEN));
                            page.first("\"trouble\"");
                        })
                        .by(Suspect.COLLEAGUE),
                Fault.AMBIENT_IDENTITY
                        .attempt("Gus's panel goes on with Ada's token inside the page", (scene, client) -> {
                            Page page = client.page(
                                    "/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS));
                            page.first(scene.booty().globexName());
                            page.navigate("panel", "resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.ADA));
                            refusesAnotherPerson(page, scene);
                        })
                        .by(Suspect.STRANGER));
    }

    // The page belongs to one person for good: it may break, but it must not become another's.
    private static void refusesAnotherPerson(Page page, Scene scene) {
        for (int turn = 0; turn < 30; turn++) {
            page.send();
        }
        assertThat(page.shows(scene.booty().secretName())).isFalse();
    }

    private static Attempt asks(Fault fault, MemberId member, String address, String shown) {
        String name = member.equals(Scene.BEN) ? "Ben" : member.equals(Scene.GUS) ? "Gus" : "Gina";
        return fault.attempt(name + " asks for " + address, (scene, client) -> {
                    Page page = client.page(address + "&token=" + scene.panelToken(member));
                    assertThat(page.first(shown, "canary")).isEqualTo(shown);
                    assertThat(page.has("id", "upload")).isFalse();
                })
                .by(name.equals("Ben") ? Suspect.COLLEAGUE : Suspect.STRANGER)
                .after((scene, client) -> {
                    Page page = client.page("/panel?resource=deal&selectedIds=5&token=" + scene.panelToken(Scene.ADA));
                    page.first(scene.booty().sharedName());
                });
    }
}
