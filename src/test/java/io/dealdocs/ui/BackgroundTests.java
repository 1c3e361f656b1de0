package io.dealdocs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.dealdocs.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work off the page's lock. */
class BackgroundTests {

    /** A page with nothing on it. */
    @Route("nothing")
    static class EmptyView extends Div {}

    private final TestPages pages = new TestPages(EmptyView.class, _ -> {});
    private final TestWindow window = pages.window().open("nothing");
    private final List<String> heard = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Background background = new Background(waiting::add);

    @AfterEach
    void close() {
        pages.close();
    }

    private void finish() {
        waiting.forEach(Runnable::run);
        waiting.clear();
        window.settle();
    }

    @Test
    void bringsTheAnswerBackToThePage() {
        UI ui = window.context().getUI();
        background.run(
                ui, () -> 42, answer -> heard.add(answer + " " + ui.equals(UI.getCurrent())), _ -> heard.add("no"));
        assertThat(heard).isEmpty();

        finish();

        assertThat(heard).containsExactly("42 true");
    }

    @Test
    void tellsRefusalsAndFaultsApart() {
        UI ui = window.context().getUI();
        background.run(
                ui,
                () -> {
                    throw new Refusal(Refusal.Reason.FILE_GONE);
                },
                _ -> heard.add("done"),
                trouble -> heard.add("refused " + trouble.is(Refusal.Reason.FILE_GONE) + " " + trouble.wayOut()));
        background.run(
                ui,
                () -> {
                    throw new IllegalStateException("unforeseen");
                },
                _ -> heard.add("done"),
                trouble -> heard.add("fault " + trouble.reference().length() + " " + trouble.wayOut()));

        finish();

        assertThat(heard).containsExactly("refused true NONE", "fault 8 RETRY");
    }

    @Test
    void forgetsTheAnswerWhenThePageIsGone() {
        UI ui = window.context().getUI();
        background.run(ui, () -> 42, _ -> heard.add("done"), _ -> heard.add("trouble"));
        window.context().close();

        waiting.forEach(Runnable::run);

        assertThat(heard).isEmpty();
    }
}
