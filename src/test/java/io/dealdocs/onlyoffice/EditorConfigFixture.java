package io.dealdocs.onlyoffice;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Editor configs for tests: one of an editor and variations of it. */
final class EditorConfigFixture {

    static final EditorConfig EDITOR = new EditorConfig(
            Format.Type.WORD,
            "docx",
            "inst.5f0c.3",
            "Offer.docx",
            URI.create("https://deals.example/content/1?s=abc"),
            Optional.of(URI.create("https://deals.example/callback/1")),
            EditorConfig.Mode.EDIT,
            EditorConfig.Permissions.editor(),
            new EditorConfig.User("u-1", "Ada \"<b>\" Löve"),
            Locale.GERMANY,
            true,
            EditorConfig.CoEditing.FAST,
            true,
            "5f0c",
            "inst");

    private EditorConfigFixture() {}

    static EditorConfig titled(String title, String person) {
        return new EditorConfig(
                EDITOR.documentType(),
                EDITOR.fileType(),
                EDITOR.key(),
                title,
                EDITOR.contentUrl(),
                EDITOR.callbackUrl(),
                EDITOR.mode(),
                EDITOR.permissions(),
                new EditorConfig.User("u-1", person),
                EDITOR.locale(),
                EDITOR.dark(),
                EDITOR.coEditing(),
                EDITOR.coEditingChange(),
                EDITOR.stableId(),
                EDITOR.installation());
    }

    /** A reader of a spreadsheet with a light theme in strict mode, in a language without a country. */
    static EditorConfig reader(Format.Type type) {
        return new EditorConfig(
                type,
                "xlsx",
                EDITOR.key(),
                "Prices.xlsx",
                EDITOR.contentUrl(),
                Optional.empty(),
                EditorConfig.Mode.VIEW,
                EditorConfig.Permissions.reader(),
                EDITOR.user(),
                Locale.of("pt"),
                false,
                EditorConfig.CoEditing.STRICT,
                false,
                EDITOR.stableId(),
                EDITOR.installation());
    }
}
