package io.dealdocs.documents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Streams what a browser uploads straight into the deal's documents, holding neither the file nor the page's lock. A
 * file that arrived although the browser did not hear of it is not stored again when the person tries again.
 */
final class UploadIntake implements UploadHandler {

    private static final long serialVersionUID = 1L;
    private static final int PIECE = 1 << 14;

    private final transient DealDocuments documents;
    private final MemberId member;
    private final DealId deal;
    private final UI ui;
    private final UploadForm form;
    private final transient Sentences sentences;
    private final Map<String, DocumentId> arrived = new ConcurrentHashMap<>();

    UploadIntake(DealDocuments documents, FramedView.Frame frame, UploadForm form, Sentences sentences) {
        this.documents = documents;
        this.member = frame.member().id();
        this.deal = frame.deal();
        this.ui = frame.ui();
        this.form = form;
        this.sentences = sentences;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) {
        try (InputStream content = event.getInputStream()) {
            String line = event.getRequest().getHeader(UploadScript.LINE_HEADER);
            if (line != null && arrived.containsKey(line)) {
                hearOut(content);
            } else {
                take(event, content, line == null ? "" : line);
            }
        } catch (IOException broken) {
            event.reject(UploadWords.of(new Refusal(Refusal.Reason.UPLOAD_BROKEN), sentences));
        }
    }

    private void take(UploadEvent event, InputStream content, String line) throws IOException {
        String name = event.getFileName();
        try {
            DocumentId document = documents.upload(member, deal, name, event.getFileSize(), content);
            if (!line.isEmpty()) {
                arrived.put(line, document);
            }
            UploadLines.Arrived file = new UploadLines.Arrived(name, document, documents.opening(name));
            Background.back(ui, () -> form.arrived(file));
        } catch (Refusal refusal) {
            // Else a server that sends no charset of its own would spoil the letters.
            event.getResponse().setContentType("application/json;charset=UTF-8");
            event.reject(UploadWords.of(refusal, sentences));
            hearOut(content);
        }
    }

    // A browser that still sends reads no answer: it would tell that the connection broke off, and not why.
    private void hearOut(InputStream content) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = documents.uploadLimit();
        int read = 0;
        while (read >= 0 && left > 0) {
            left -= read;
            read = content.read(piece);
        }
    }
}
