package io.dealdocs.editor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Shows one document in the editor that a Docs server brings along. While it holds changes that the Docs server does not
 * have yet, the browser asks before it leaves the page.
 */
@Tag("document-editor")
@JsModule("./document-editor/document-editor.ts")
public final class DocumentEditor extends Component implements HasSize, HasStyle {

    private static final long serialVersionUID = 1L;
    private @Nullable URI apiScript;
    private String config = "{}";

    /** Makes an editor that shows nothing yet. */
    public DocumentEditor() {
        setSizeFull();
    }

    /**
     * Opens a document; what was open before goes away.
     *
     * @param apiScript the Docs server's {@code api.js}
     * @param config the signed config as JSON
     */
    public void open(URI apiScript, String config) {
        this.apiScript = apiScript;
        this.config = config;
        if (isAttached()) {
            send("open");
        }
    }

    /** Goes on with a document under a new key, in the same editor where that can; {@link Stale} where it is the same. */
    public void refresh(URI apiScript, String config) {
        this.apiScript = apiScript;
        this.config = config;
        send("refresh");
    }

    /** Where closing leads when the page's session is gone by then. */
    public void setWayBack(URI address) {
        getElement().setProperty("wayBack", address.toString());
    }

    /** Asks the editor to close; {@link CloseRequested} follows, after a while even if it never answers. */
    public void requestClose() {
        var _ = getElement().callJsFunction("requestClose");
    }

    /** Leaves the page: closes the tab if a script opened it, else goes to the address. */
    public void leave(URI address) {
        var _ = getElement().callJsFunction("leave", address.toString());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        send("open");
    }

    private void send(String function) {
        URI script = apiScript;
        if (script != null) {
            var _ = getElement().callJsFunction(function, script.toString(), config);
        }
    }

    /** Tells when the document can be seen. */
    public Registration addReadyListener(ComponentEventListener<Ready> listener) {
        return addListener(Ready.class, listener);
    }

    /** Tells whether the Docs server has all changes. */
    public Registration addDirtyListener(ComponentEventListener<DirtyChanged> listener) {
        return addListener(DirtyChanged.class, listener);
    }

    /** Tells what the editor could not do. */
    public Registration addFailedListener(ComponentEventListener<Failed> listener) {
        return addListener(Failed.class, listener);
    }

    /** Tells when the person wants to close. */
    public Registration addCloseListener(ComponentEventListener<CloseRequested> listener) {
        return addListener(CloseRequested.class, listener);
    }

    /** Tells when the document was saved under its key, so that the editor needs a new config. */
    public Registration addConfigWantedListener(ComponentEventListener<ConfigWanted> listener) {
        return addListener(ConfigWanted.class, listener);
    }

    /** Tells when a new config had the old key. */
    public Registration addStaleListener(ComponentEventListener<Stale> listener) {
        return addListener(Stale.class, listener);
    }

    /** Tells when the Docs server does not bring its editor. */
    public Registration addUnreachableListener(ComponentEventListener<ScriptUnreachable> listener) {
        return addListener(ScriptUnreachable.class, listener);
    }

    /** The document can be seen. */
    @DomEvent("editor-ready")
    public static class Ready extends ComponentEvent<DocumentEditor> {

        private static final long serialVersionUID = 1L;
        private final boolean viewOnly;

        public Ready(DocumentEditor source, boolean fromClient, @EventData("event.detail.viewOnly") boolean viewOnly) {
            super(source, fromClient);
            this.viewOnly = viewOnly;
        }

        /** Whether the Docs server lets the person only read, or comment, whatever the config allows. */
        public boolean isViewOnly() {
            return viewOnly;
        }
    }

    /** Changes wait in the browser, or the Docs server has them all: which does not yet mean that we have. */
    @DomEvent("editor-dirty")
    public static class DirtyChanged extends ComponentEvent<DocumentEditor> {

        private static final long serialVersionUID = 1L;
        private final boolean dirty;

        public DirtyChanged(DocumentEditor source, boolean fromClient, @EventData("event.detail.dirty") boolean dirty) {
            super(source, fromClient);
            this.dirty = dirty;
        }

        public boolean isDirty() {
            return dirty;
        }
    }

    /** The editor reports an error. */
    @DomEvent("editor-failed")
    public static class Failed extends ComponentEvent<DocumentEditor> {

        private static final long serialVersionUID = 1L;
        private final int code;
        private final String description;
        private final boolean loaded;

        public Failed(
                DocumentEditor source,
                boolean fromClient,
                @EventData("event.detail.code") int code,
                @EventData("event.detail.description") String description,
                @EventData("event.detail.loaded") boolean loaded) {
            super(source, fromClient);
            this.code = code;
            this.description = description;
            this.loaded = loaded;
        }

        /** The Docs server's number for it (docs contract, section 19.1). */
        public int getCode() {
            return code;
        }

        /** The editor's own words. */
        public String getDescription() {
            return description;
        }

        /** Whether the document could be seen before. */
        public boolean isLoaded() {
            return loaded;
        }
    }

    /** The person wants to close the document. */
    @DomEvent("editor-close")
    public static class CloseRequested extends ComponentEvent<DocumentEditor> {

        private static final long serialVersionUID = 1L;

        public CloseRequested(DocumentEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The key is used up; the editor wants another config. */
    @DomEvent("editor-config-wanted")
    public static class ConfigWanted extends ComponentEvent<DocumentEditor> {

        private static final long serialVersionUID = 1L;

        public ConfigWanted(DocumentEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The other config had the used-up key. */
    @DomEvent("editor-stale")
    public static class Stale extends ComponentEvent<DocumentEditor> {

        private static final long serialVersionUID = 1L;

        public Stale(DocumentEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The Docs server's script or its editor did not come. */
    @DomEvent("editor-unreachable")
    public static class ScriptUnreachable extends ComponentEvent<DocumentEditor> {

        private static final long serialVersionUID = 1L;

        public ScriptUnreachable(DocumentEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
