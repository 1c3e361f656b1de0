package io.dealdocs.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.dealdocs.ui.TestPages;
import io.dealdocs.ui.TestWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Java side of the editor. */
class DocumentEditorTests {

    /** A page for an editor. */
    @Route("page")
    static class PageView extends Div {}

    private static final URI API = URI.create("https://docs.example/api.js");

    private final TestPages pages = new TestPages(PageView.class, _ -> {});
    private final TestWindow window = pages.window().open("page");
    private final DocumentEditor editor = new DocumentEditor();

    @AfterEach
    void close() {
        pages.close();
    }

    private Div page() {
        return window.find(PageView.class).single();
    }

    @Test
    void opensWhatItWasGivenBeforeItWasShown() {
        editor.open(API, "{\"a\":1}");
        assertThat(window.calls("open")).isEmpty();

        page().add(editor);

        assertThat(window.lastCall("open")).contains("https://docs.example/api.js, {\"a\":1}");
    }

    @Test
    void opensTheSameAgainWhenItIsShownAgain() {
        page().add(editor);
        editor.open(API, "{\"a\":1}");
        page().remove(editor);
        window.settle();

        page().add(editor);

        assertThat(window.calls("open")).hasSize(2);
    }

    @Test
    void opensNothingUnlessItWasGivenSomething() {
        page().add(editor);

        assertThat(window.calls("open")).isEmpty();
    }

    @Test
    void goesOnWithTheNewestConfigAfterARefresh() {
        page().add(editor);
        editor.open(API, "{\"a\":1}");
        editor.refresh(API, "{\"a\":2}");
        assertThat(window.lastCall("refresh")).contains("{\"a\":2}");
        page().remove(editor);
        window.settle();

        page().add(editor);

        assertThat(window.lastCall("open")).contains("{\"a\":2}");
    }

    @Test
    void canBeStoredWithItsSession() throws Exception {
        editor.open(API, "{\"a\":1}");
        editor.addReadyListener(_ -> {});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(editor);
        }

        Object back = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        page().add((DocumentEditor) back);
        assertThat(window.lastCall("open")).contains("{\"a\":1}");
    }
}
