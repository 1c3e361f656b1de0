package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;

/** The upload's own words; why the server took a file not is told above it, in full. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N in(Component page, String limitText) {
        String failed = page.getTranslation("upload.failed");
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(page.getTranslation("upload.too.large", limitText))
                        .setTooManyFiles(failed)
                        .setIncorrectFileType(failed))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(page.getTranslation("upload.connecting"))
                                .setStalled(page.getTranslation("upload.stalled"))
                                .setProcessing(page.getTranslation("upload.processing"))
                                .setHeld(page.getTranslation("upload.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(page.getTranslation("upload.remaining"))
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setRetry(page.getTranslation("action.retry"))
                        .setStart(page.getTranslation("upload.start"))
                        .setRemove(page.getTranslation("upload.remove")));
    }
}
