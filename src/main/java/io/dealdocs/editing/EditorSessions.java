package io.dealdocs.editing;

import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.net.URI;

/** Opens documents in the editor. Calls throw a {@link io.dealdocs.shared.Refusal} where it is not done. */
public interface EditorSessions {

    /**
     * Makes a line of a deal's list ready to be opened: rights by the member's own token, content in our store, a Docs
     * server at hand. Answers the address of the editor tab, good for one minute and one use.
     */
    URI prepare(MemberId member, DealId deal, DealFile.Ref ref);

    /** The same for a document that was just created or uploaded. */
    URI prepare(MemberId member, DocumentId document);

    /**
     * Launches for somebody who comes by a link that names no deal: the document is first looked for where its file is
     * now, since people move files in Pipedrive.
     */
    EditorLaunch launchByLink(MemberId member, DocumentId document, boolean dark);

    /**
     * Shows one version of a document, which nobody can edit; its content never changes.
     *
     * @throws io.dealdocs.shared.Refusal {@code VERSION_GONE} for one that is not kept
     */
    EditorLaunch show(MemberId member, DocumentId document, int version, boolean dark);

    /**
     * Starts, or joins, the editing session of a document and answers what the browser needs to open the editor. Asks
     * Pipedrive once more whether the member may see the deal.
     */
    EditorLaunch launch(MemberId member, DocumentId document, boolean dark);
}
