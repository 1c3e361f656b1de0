package io.dealdocs.onlyoffice;

import static io.dealdocs.onlyoffice.DocsTokenFixture.CLOCK;
import static io.dealdocs.onlyoffice.DocsTokenFixture.JSON;
import static io.dealdocs.onlyoffice.DocsTokenFixture.SECRET;
import static io.dealdocs.onlyoffice.DocsTokenFixture.TOKENS;
import static io.dealdocs.onlyoffice.DocsTokenFixture.at;
import static io.dealdocs.onlyoffice.DocsTokenFixture.body;
import static io.dealdocs.onlyoffice.EditorConfigFixture.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dealdocs.shared.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class JsonEditorConfigsTests {

    private static final Secret KEY = new Secret(SECRET);
    private final EditorConfigs configs = new JsonEditorConfigs(JSON, new DocsSigner(JSON, CLOCK));

    @Test
    void signsThePageAsItIs() throws Exception {
        for (var config : List.of(EDITOR, EditorConfigFixture.reader(Format.Type.CELL))) {
            var page = (ObjectNode) JSON.readTree(configs.sign(config, KEY, Duration.ofMinutes(5)));
            var token = page.remove("token").stringValue();
            var claims = (ObjectNode) new DocsVerifier(JSON, CLOCK).verified(token, List.of(KEY));
            assertThat(claims.remove("iat").longValue()).isEqualTo(at(0));
            assertThat(claims.remove("exp").longValue()).isEqualTo(at(300));
            assertThat(claims).isEqualTo(page);
        }
    }

    @Test
    void tellsTheDocsServerEverythingAboutAnEditor() {
        assertThat(page(EDITOR)).isEqualTo(JSON.readTree("""
                {"documentType":"word","type":"desktop","width":"100%","height":"100%",
                 "document":{"fileType":"docx","key":"inst.5f0c.3","title":"Offer.docx",
                   "url":"https://deals.example/content/1?s=abc",
                   "permissions":{"edit":true,"review":true,"comment":true,"print":true,"download":true,"copy":true,
                     "chat":true},
                   "referenceData":{"fileKey":"5f0c","instanceId":"inst"}},
                 "editorConfig":{"callbackUrl":"https://deals.example/callback/1","mode":"edit","lang":"de",
                   "region":"de-DE","user":{"id":"u-1","name":"Ada \\"<b>\\" Löve"},
                   "coEditing":{"mode":"fast","change":true},
                   "customization":{"autosave":true,"forcesave":true,"close":{"visible":true},
                     "uiTheme":"default-dark","anonymous":{"request":false},"mentionShare":false}}}"""));
    }

    @Test
    void givesAReaderNoCallbackAndNoRights() {
        var page = page(EditorConfigFixture.reader(Format.Type.CELL));
        assertThat(page.at("/documentType").stringValue()).isEqualTo("cell");
        assertThat(page.at("/editorConfig").has("callbackUrl")).isFalse();
        assertThat(page.at("/editorConfig").has("region")).isFalse();
        assertThat(page.at("/editorConfig/mode").stringValue()).isEqualTo("view");
        assertThat(page.at("/document/permissions")).isEqualTo(JSON.readTree("""
                {"edit":false,"review":false,"comment":false,"print":true,"download":true,"copy":true,"chat":false}"""));
        assertThat(page.at("/editorConfig/customization/uiTheme").stringValue()).isEqualTo("default-light");
    }

    @Test
    void switchesAutosaveOffForStrictCoEditing() {
        var page = page(EditorConfigFixture.reader(Format.Type.CELL));
        assertThat(page.at("/editorConfig/coEditing"))
                .isEqualTo(JSON.readTree("{\"mode\":\"strict\",\"change\":false}"));
        assertThat(page.at("/editorConfig/customization/autosave").booleanValue())
                .isFalse();
    }

    @Test
    void namesEveryEditor() {
        for (var type : List.of(Format.Type.SLIDE, Format.Type.PDF, Format.Type.DIAGRAM)) {
            assertThat(page(EditorConfigFixture.reader(type))
                            .at("/documentType")
                            .stringValue())
                    .isEqualTo(type.name().toLowerCase(Locale.ROOT));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> page(EditorConfigFixture.reader(Format.Type.NONE)));
    }

    @Test
    void cutsALongTitleBeforeItsExtension() {
        var title = page(EditorConfigFixture.titled("x".repeat(300) + ".docx", "Ada"))
                .at("/document/title")
                .stringValue();
        assertThat(title).hasSize(128).endsWith("x.docx");
        assertThat(ShortText.name("y".repeat(200))).hasSize(128);
        assertThat(ShortText.name("v1." + "z".repeat(200))).hasSize(128);
        assertThat(ShortText.name("Offer v1.2.docx")).isEqualTo("Offer v1.2.docx");
    }

    @Test
    void cutsALongNameWithoutTearingACharacterApart() {
        var name = page(EditorConfigFixture.titled("a.docx", "x".repeat(127) + "😀 and more"))
                .at("/editorConfig/user/name")
                .stringValue();
        assertThat(name).isEqualTo("x".repeat(127));
    }

    @Test
    void makesNoTokenThatPassesForACallbackOrADownload() {
        var token = JSON.readTree(configs.sign(EDITOR, KEY, Duration.ofMinutes(5)))
                .get("token")
                .stringValue();
        assertThatExceptionOfType(InvalidDocsToken.class)
                .isThrownBy(() -> TOKENS.callback(body(token), null, List.of(KEY)));
        assertThatExceptionOfType(InvalidDocsToken.class)
                .isThrownBy(() -> TOKENS.callback(body(null), "Bearer " + token, List.of(KEY)));
        assertThatExceptionOfType(InvalidDocsToken.class)
                .isThrownBy(() -> TOKENS.download("Bearer " + token, EDITOR.contentUrl(), List.of(KEY)));
    }

    @Test
    void isBuiltAndSignedInAMomentOnceWarm() {
        for (var i = 0; i < 3000; i++) {
            configs.sign(EDITOR, KEY, Duration.ofMinutes(5));
        }
        var nanos = new long[1000];
        for (var i = 0; i < nanos.length; i++) {
            var start = System.nanoTime();
            configs.sign(EDITOR, KEY, Duration.ofMinutes(5));
            nanos[i] = System.nanoTime() - start;
        }
        java.util.Arrays.sort(nanos);
        // Generous, since this machine may do other things too: it shows an accident, not a regression.
        assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(Duration.ofMillis(2));
    }

    private JsonNode page(EditorConfig config) {
        var page = (ObjectNode) JSON.readTree(configs.sign(config, KEY, Duration.ofMinutes(5)));
        page.remove("token");
        return page;
    }
}
