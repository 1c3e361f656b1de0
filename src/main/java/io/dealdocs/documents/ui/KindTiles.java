package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.ui.FileIcon;
import java.util.Locale;

/** Three tiles, one a kind of document; a radio group, so that arrow keys go through them. */
final class KindTiles extends RadioButtonGroup<DocumentKind> {

    private static final long serialVersionUID = 1L;

    KindTiles() {
        setId("kind");
        addClassName("dd-tiles");
        setLabel(getTranslation("create.kind"));
        setItems(DocumentKind.values());
        setRenderer(new ComponentRenderer<>(this::tile));
        setValue(DocumentKind.DOCUMENT);
    }

    private Component tile(DocumentKind kind) {
        Span name = new Span(getTranslation("create.kind." + kind.name().toLowerCase(Locale.ROOT)));
        Div tile = new Div(new FileIcon(kind.extension()), name);
        tile.addClassName("dd-tile");
        tile.setTestId("kind-" + kind.extension());
        return tile;
    }
}
