package io.dealdocs.sandbox.pipedrive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scopes that the app is registered with, and what the consent page says about each. */
final class Scopes {
    private static final Map<String, String> TEXTS = texts();

    /** Any one of these lets a token read deals. */
    static final Set<String> READ_DEALS = Set.of("deals:read", "deals:full");

    /** Any one of these lets a token read files. */
    static final Set<String> READ_FILES = Set.of(
            "deals:read",
            "deals:full",
            "contacts:read",
            "contacts:full",
            "activities:read",
            "activities:full",
            "products:read",
            "products:full");

    /** Any one of these lets a token write files of a deal. */
    static final Set<String> WRITE_FILES = Set.of("deals:full");

    static final Set<String> READ_USERS = Set.of("users:read");
    static final Set<String> BASE = Set.of("base");

    private Scopes() {}

    static List<String> granted(Set<String> dropped) {
        return TEXTS.keySet().stream().filter(scope -> !dropped.contains(scope)).toList();
    }

    static String text(String scope) {
        return TEXTS.getOrDefault(scope, scope);
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("base", "Read your name, language and company settings");
        texts.put("deals:full", "Read, add, change and delete your deals and their files");
        texts.put("users:read", "Read the users of your company");
        texts.put("activities:full", "Read, add, change and delete your activities and their files");
        texts.put("contacts:read", "Read your contacts and their files");
        texts.put("products:read", "Read your products and their files");
        return texts;
    }
}
