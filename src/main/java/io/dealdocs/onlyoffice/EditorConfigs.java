package io.dealdocs.onlyoffice;

import io.dealdocs.shared.Secret;
import java.time.Duration;

/** Turns an editor config into the JSON that the browser hands to the editor. */
public interface EditorConfigs {

    /**
     * Builds the config object once, signs that object and answers it with its {@code token}, so that page and token
     * can never differ.
     *
     * @param life how long the editor may be opened with it
     */
    String sign(EditorConfig config, Secret secret, Duration life);
}
