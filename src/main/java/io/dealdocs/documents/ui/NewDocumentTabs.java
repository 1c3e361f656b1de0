package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.tabs.TabSheet;

/** The window for new documents: one tab to create, one to upload. */
final class NewDocumentTabs extends Composite<TabSheet> {

    private static final long serialVersionUID = 1L;

    NewDocumentTabs(CreateForm create, UploadForm upload) {
        TabSheet sheet = getContent();
        sheet.addClassName("dd-tabs");
        sheet.add(getTranslation("create.tab"), create).setId("tab-create");
        sheet.add(getTranslation("upload.tab"), upload).setId("tab-upload");
    }
}
