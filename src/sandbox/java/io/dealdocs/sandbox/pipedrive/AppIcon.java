package io.dealdocs.sandbox.pipedrive;

/** The app's picture: its first letter on a coloured tile. */
final class AppIcon {
    private AppIcon() {}

    static String of(AppRegistration app) {
        String letter = app.name().isEmpty() ? "?" : app.name().substring(0, 1);
        return "<span class=\"app-icon\" aria-hidden=\"true\">" + Html.escape(letter) + "</span>";
    }

    /** What a menu calls a custom modal: its id as a sentence. */
    static String label(String actionId) {
        String words = actionId.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
