package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells who edits; answered by the package that runs the sessions, so that this one need not know them. */
public interface EditingPresence {

    /** Names of the people in each of these documents now; documents without anybody are absent. */
    Map<DocumentId, List<String>> editorsOf(Collection<DocumentId> documents);

    /** Those of these documents whose last save the Docs server could not make, and no later one has come. */
    Set<DocumentId> unsaved(Collection<DocumentId> documents);

    /** Whether a document has an editing session that may still hand over text. */
    boolean beingEdited(DocumentId document);

    /**
     * The versions of a document that its open editing sessions began with, and those that they have handed over so far:
     * each tells what changed since the one before.
     */
    Set<Integer> basesOf(DocumentId document);
}
