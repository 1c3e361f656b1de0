package io.dealdocs.pipedrive;

import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import java.io.IOException;

/** The files of deals over Pipedrive's REST API v1, which alone has files (pipedrive contract, section 0). */
final class RestPipedriveFiles implements PipedriveFiles {

    private static final int PAGE = 100;

    private final PipedriveApi api;
    private final FileDownload download;
    private final FileUpload upload;

    RestPipedriveFiles(PipedriveApi api, FileDownload download, FileUpload upload) {
        this.api = api;
        this.download = download;
        this.upload = upload;
    }

    @Override
    public PipedriveFilePage list(PipedriveAccess access, DealId deal, int start) {
        String path = "/api/v1/deals/" + deal + "/files?start=" + start + "&limit=" + PAGE + "&sort=update_time%20DESC";
        return new FilePagePayload(api.get(access, path)).page(start);
    }

    @Override
    public PipedriveFile file(PipedriveAccess access, FileId file) {
        return read(api.get(access, path(file)));
    }

    @Override
    public <T> T download(PipedriveAccess access, FileId file, ContentSink<T> sink) throws IOException {
        return download.into(sink, access, file);
    }

    @Override
    public PipedriveFile upload(PipedriveAccess access, NewPipedriveFile file) {
        PipedriveFile recorded = upload.send(access, file);
        return recorded.name().equals(file.name()) ? recorded : repaired(access, recorded, file.name());
    }

    /** A failed repair must not look like a failed upload, for that would be repeated: the misread name stays. */
    private PipedriveFile repaired(PipedriveAccess access, PipedriveFile recorded, String name) {
        try {
            return rename(access, recorded.id(), name);
        } catch (PipedriveException e) {
            return recorded;
        }
    }

    @Override
    public boolean uploadsGoToGoogle(PipedriveAccess access) {
        String destination = api.get(access, "/api/v1/userSettings").at("data").text("file_upload_destination");
        return destination.startsWith("google");
    }

    @Override
    public PipedriveFile rename(PipedriveAccess access, FileId file, String name) {
        return read(api.put(access, path(file), "name", name));
    }

    @Override
    public void delete(PipedriveAccess access, FileId file) {
        try {
            api.delete(access, path(file));
        } catch (PipedriveException.NotFound gone) {
            // What is gone needs no deletion.
        }
    }

    private static String path(FileId file) {
        return "/api/v1/files/" + file;
    }

    private static PipedriveFile read(LenientJson answer) {
        return new FilePayload(answer.at("data"))
                .file()
                .orElseThrow(() -> new PipedriveException.NotFound("the answer holds no file"));
    }
}
