package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Writes code into a file's name, and waits until somebody's browser, our server or the log reads it as such. */
final class TextAttempts {

    private static final String LOG_LINE = "ERROR forged by a name";

    private TextAttempts() {}

    static Stream<Attempt> all() {
        return Stream.concat(
                Stream.of(
                                "<img src=x onerror=alert(1)>",
                                "</script><script>alert(1)</script>",
                                "\"><svg onload=alert(1)>",
                                "${7*7}-{{7*7}}-#{7*7}",
                                "'+alert(1)+'",
                                "`${alert(1)}`",
                                "javascript:alert(1)")
                        .map(TextAttempts::named),
                Stream.of(logged()));
    }

    private static Attempt named(String payload) {
        return Fault.SCRIPT_IN_TEXT.attempt("a file named " + payload, (scene, client) -> {
            SandboxFile file = add(scene, payload + ".docx");
            try {
                Page page = client.page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS));
                page.first("alert(1)", "7*7");
                requireData(page, payload);
                assertThat(client.get("/panel?resource=deal&selectedIds=2").text())
                        .doesNotContain(payload);
            } finally {
                scene.pipedrive().deleteFile(PipedriveSandbox.GLOBEX, file.id());
            }
        });
    }

    // A name is an argument of a script, never a part of it, and a text, never markup.
    private static void requireData(Page page, String payload) {
        for (JsonNode call : page.scripts()) {
            assertThat(call.get(call.size() - 1).asString()).doesNotContain(payload);
        }
        for (JsonNode change : page.changes()) {
            if (change.path("key").asString("").equalsIgnoreCase("innerHTML")) {
                assertThat(change.toString()).doesNotContain("alert(1)");
            }
        }
    }

    private static Attempt logged() {
        return Fault.LOG_LINE_IN_TEXT.attempt("a file whose name is a line of the log", (scene, client) -> {
            SandboxFile file = add(scene, "x\n" + LOG_LINE + ".docx");
            try {
                Page page = client.page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS));
                page.first("forged by a name", scene.booty().globexName());
                scene.log().lines().forEach(line -> assertThat(line.lines()).noneMatch(it -> it.startsWith(LOG_LINE)));
            } finally {
                scene.pipedrive().deleteFile(PipedriveSandbox.GLOBEX, file.id());
            }
        });
    }

    private static SandboxFile add(Scene scene, String name) {
        return scene.pipedrive()
                .addFile(
                        PipedriveSandbox.GLOBEX,
                        Scene.PRIVATE.value(),
                        Scene.GUS.user().value(),
                        name,
                        "text".getBytes(StandardCharsets.UTF_8));
    }
}
