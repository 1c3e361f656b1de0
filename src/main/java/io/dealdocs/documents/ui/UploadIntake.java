package io.dealdocs.documents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Trouble;
import java.io.IOException;
import java.io.InputStream;

/** Streams what a browser uploads straight into the deal's documents, holding neither the file nor the page's lock. */
record UploadIntake(DealDocuments documents, MemberId member, DealId deal, UI ui, UploadForm form, WaysOut waysOut)
        implements UploadHandler {

    @Override
    public void handleUploadRequest(UploadEvent event) {
        String name = event.getFileName();
        Background.back(ui, form::begun);
        try (InputStream content = event.getInputStream()) {
            documents.upload(member, deal, name, event.getFileSize(), content);
            Background.back(ui, () -> form.arrived(name));
        } catch (Refusal refusal) {
            refuse(event, refusal);
        } catch (IOException broken) {
            refuse(event, new Refusal(Refusal.Reason.UPLOAD_BROKEN));
        }
    }

    private void refuse(UploadEvent event, Refusal refusal) {
        event.reject(refusal.reason().name());
        Background.back(ui, () -> form.refuse(Trouble.of(refusal), waysOut));
    }
}
