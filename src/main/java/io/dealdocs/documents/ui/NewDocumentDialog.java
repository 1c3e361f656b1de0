package io.dealdocs.documents.ui;

import com.vaadin.flow.component.dialog.Dialog;

/** Shows the window for new documents inside the panel's own page, where Pipedrive has no modal for it. */
final class NewDocumentDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    NewDocumentDialog() {
        setId("new-document-dialog");
        setHeaderTitle(getTranslation("create.window"));
        addClassName("dd-dialog");
        setWidth("min(622px, calc(100vw - 16px))");
    }

    void show(NewDocumentTabs tabs) {
        add(tabs);
        open();
    }
}
