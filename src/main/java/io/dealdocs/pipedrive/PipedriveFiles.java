package io.dealdocs.pipedrive;

import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import java.io.IOException;

/**
 * The files of deals (pipedrive contract, section 3.4). Pipedrive cannot replace a file's content: an upload is always
 * a new id. Every method throws a {@link PipedriveException} of the kind that tells the caller what it may do.
 */
public interface PipedriveFiles {

    /**
     * One page of a deal's files, newest change first; costs 20 tokens of the daily budget.
     *
     * @param start 0, or the {@code next} of the page before
     */
    PipedriveFilePage list(PipedriveAccess access, DealId deal, int start);

    /** One file; costs 2 tokens. A deleted one is answered as not active or by {@code NotFound}. */
    PipedriveFile file(PipedriveAccess access, FileId file);

    /**
     * Streams a file's content into the sink; the token goes to Pipedrive only, never to the storage it redirects to.
     * Costs 20 tokens.
     *
     * @throws IOException what the sink throws
     */
    <T> T download(PipedriveAccess access, FileId file, ContentSink<T> sink) throws IOException;

    /**
     * Uploads a new file and answers it as Pipedrive recorded it, name repaired if Pipedrive misread it; costs 10
     * tokens (20 with a repair).
     *
     * @throws PipedriveException.AnswerLost when the request was sent and no answer came: the file may exist, the
     *     caller must look before it tries again
     * @throws PipedriveException.TooLarge when Pipedrive refuses the size
     */
    PipedriveFile upload(PipedriveAccess access, NewPipedriveFile file);

    /**
     * Whether Pipedrive hands the member's uploads on to Google Drive, so that it holds no bytes of them; costs 2 tokens.
     * What that means for an upload over the interface is not written down: the file that comes back tells.
     */
    boolean uploadsGoToGoogle(PipedriveAccess access);

    /** Gives a file another visible name; costs 10 tokens. */
    PipedriveFile rename(PipedriveAccess access, FileId file, String name);

    /** Marks a file as deleted, which cannot be undone by us; costs 6 tokens. A file already gone is no error. */
    void delete(PipedriveAccess access, FileId file);
}
