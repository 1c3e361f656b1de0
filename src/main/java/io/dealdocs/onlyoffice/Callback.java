package io.dealdocs.onlyoffice;

import java.util.List;
import java.util.Optional;

/**
 * What a Docs server tells about an editing session, read from its verified token only (onlyoffice-docs-server contract,
 * section 3.5).
 */
public sealed interface Callback {

    /** The document key the session runs under. */
    String key();

    /**
     * Status 1: who is in the session now; also the answer to an {@code info} command, then without actions.
     *
     * @param users the ids we gave them in the editor config; empty when nobody is in any more
     * @param joined ids that came in with this message
     * @param left ids that went out with this message
     */
    record Editing(String key, List<String> users, List<String> joined, List<String> left) implements Callback {}

    /** Status 2: the last editor has left and there are changes. After our answer the key is dead. */
    record ReadyToSave(String key, SavedFile file) implements Callback {}

    /** Status 3: the Docs server could not assemble the document; it seldom hands over a file. */
    record SaveFailed(String key, Optional<SavedFile> file) implements Callback {}

    /** Status 4: everybody has left and nothing has changed; the key stays good. */
    record ClosedUnchanged(String key) implements Callback {}

    /**
     * Status 6: the document as it is now; people go on editing under the same key.
     *
     * @param userData what our {@code forcesave} command carried
     */
    record ForceSaved(String key, SavedFile file, Optional<String> userData) implements Callback {}

    /** Status 7: a force save failed; people go on editing. */
    record ForceSaveFailed(String key, Optional<SavedFile> file) implements Callback {}

    /** A status that this version does not know, or a message that says nothing readable: it needs no act. */
    record Unknown(String key, int status) implements Callback {}
}
