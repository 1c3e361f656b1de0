package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import java.util.List;
import java.util.Map;

/**
 * Tells which files are uploads of ours that are not recorded yet: they are no files of their own. Answered by the
 * package that uploads, so that this one need not know it.
 */
public interface UploadsUnderWay {

    /** The documents whose uploads these files look like; other files are absent. */
    Map<FileId, DocumentId> among(CompanyId company, List<PipedriveFile> files);
}
