package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Sentences;

/** The upload's own words, and the words for a file that was not taken. */
final class UploadWords {

    private UploadWords() {}

    /** Why a file was not taken, and what to do with it. */
    static String of(Refusal refusal, Sentences sentences) {
        return switch (refusal.reason()) {
            case NAME_EMPTY, NAME_FORBIDDEN, DEAL_GONE -> sentences.text("upload.refusal." + refusal.reason());
            case NAME_TOO_LONG ->
                sentences.text(
                        "upload.refusal.NAME_TOO_LONG", refusal.arguments().getFirst());
            default -> sentences.of(refusal);
        };
    }

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
                                .setServerUnavailable(page.getTranslation("refusal.UPLOAD_BROKEN"))
                                .setUnexpectedServerError(page.getTranslation("upload.fault"))
                                .setForbidden(page.getTranslation("upload.signed.out"))))
                .setFile(new UploadI18N.File()
                        .setRetry(page.getTranslation("action.retry"))
                        .setStart(page.getTranslation("upload.start"))
                        .setRemove(page.getTranslation("upload.remove")));
    }
}
