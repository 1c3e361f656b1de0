package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Component;

/** Makes a click put a text into the clipboard, in the browser and within the click, or the browser would not allow it. */
final class Copying {

    // A frame may lack the right to the clipboard's interface; the old command needs none.
    private static final String SCRIPT = """
        const text = $0;
        this.addEventListener('click', () => {
          const field = document.createElement('textarea');
          field.value = text;
          field.setAttribute('readonly', '');
          field.style.cssText = 'position:fixed;opacity:0';
          document.body.append(field);
          field.select();
          document.execCommand('copy');
          field.remove();
          this.focus();
          navigator.clipboard?.writeText(text).catch(() => undefined);
        });\
        """;

    private Copying() {}

    static void copies(Component trigger, String text) {
        var _ = trigger.getElement().executeJs(SCRIPT, text);
    }
}
