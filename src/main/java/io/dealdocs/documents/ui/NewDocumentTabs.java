package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.tabs.TabSheet;
import io.dealdocs.documents.TakenNames;

/** The window for new documents: one tab to create, one to upload. */
final class NewDocumentTabs extends Composite<TabSheet> {

    private static final long serialVersionUID = 1L;

    private final CreateForm create;
    private final UploadForm upload;

    NewDocumentTabs(CreateForm create, UploadForm upload) {
        this.create = create;
        this.upload = upload;
        TabSheet sheet = getContent();
        sheet.addClassName("dd-tabs");
        sheet.add(getTranslation("create.tab"), create).setId("tab-create");
        sheet.add(getTranslation("upload.tab"), upload).setId("tab-upload");
    }

    /** Which names the deal's files have, as soon as that is known. */
    void know(TakenNames names) {
        create.know(names);
        upload.know(names);
    }
}
