package io.dealdocs.sandbox.docs;

import java.util.List;

/**
 * What a test may want to know about a key.
 *
 * @param editors user ids of those who edit
 * @param viewers user ids of those who only look
 * @param dirty whether there are changes since the session began
 * @param dead whether the key was saved and closed: it needs a successor
 * @param saving whether the last save is on its way
 * @param forgotten whether a result of this key was not taken
 */
public record SessionState(
        String key,
        List<String> editors,
        List<String> viewers,
        boolean dirty,
        boolean dead,
        boolean saving,
        boolean forgotten) {}
