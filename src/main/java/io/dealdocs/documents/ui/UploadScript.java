package io.dealdocs.documents.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * What the upload field does in the browser beyond its own: it tells the server's reason at the file it is about, leaves
 * files that arrived to the lines below it, says which file is tried again, and refuses a folder as a whole, since
 * browsers hand over no more than the first hundred files of one.
 */
final class UploadScript {

    /** The header that names a file of this window, the same at each try. */
    static final String LINE_HEADER = "X-Upload-Line";

    private static final String FOLDER_EVENT = "folder-dropped";
    private static final String FOLDER_NAME = "event.detail.name";
    private static final int AT_ONCE = 3;
    private static final String SCRIPT = """
        if (this.tellsReasons) return;
        this.tellsReasons = true;
        let lines = 0;
        this.addEventListener('upload-request', (event) => {
          const { file, xhr } = event.detail;
          file.line ??= Date.now().toString(36) + '-' + ++lines;
          xhr.setRequestHeader($0, file.line);
        });
        this.addEventListener('upload-error', (event) => {
          const { file, xhr } = event.detail;
          try {
            file.error = JSON.parse(xhr.responseText).rejected[0].reason || file.error;
          } catch (notOurs) {
            // The field's own words stay.
          }
        });
        this.addEventListener('upload-success', (event) => {
          this.files = this.files.filter((file) => file !== event.detail.file);
        });
        this.addEventListener('drop', (event) => {
          const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.());
          const folder = entries.find((entry) => entry?.isDirectory);
          if (folder) {
            event.preventDefault();
            event.stopImmediatePropagation();
            this._dragover = this._dragoverValid = false;
            this.dispatchEvent(new CustomEvent($1, { detail: { name: folder.name } }));
          }
        }, true);\
        """;

    private UploadScript() {}

    /** Runs it in every browser element the field gets. */
    static void runIn(Upload upload, SerializableConsumer<String> folderDropped) {
        upload.getElement().setProperty("maxConcurrentUploads", AT_ONCE);
        upload.addAttachListener(_ -> {
            var _ = upload.getElement().executeJs(SCRIPT, LINE_HEADER, FOLDER_EVENT);
        });
        upload.getElement()
                .addEventListener(
                        FOLDER_EVENT,
                        event -> folderDropped.accept(
                                event.getEventData().get(FOLDER_NAME).asString()))
                .addEventData(FOLDER_NAME);
    }
}
