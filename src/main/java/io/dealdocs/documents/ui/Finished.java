package io.dealdocs.documents.ui;

import io.dealdocs.panelhost.PanelHost;
import java.io.Serializable;

/**
 * What the window for new documents leaves behind when it is done.
 *
 * @param sentence what is in the deal now
 * @param label of a link to it, or empty
 * @param address where the link leads
 */
record Finished(String sentence, String label, String address) implements Serializable {

    static Finished of(String sentence) {
        return new Finished(sentence, "", "");
    }

    void tell(PanelHost host) {
        if (label.isEmpty()) {
            host.say(sentence);
        } else {
            host.say(sentence, label, address);
        }
    }
}
