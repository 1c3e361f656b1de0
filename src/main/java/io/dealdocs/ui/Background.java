package io.dealdocs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Runs a page's work off the page's lock and brings the outcome back to the page. */
@Component
public final class Background {

    private final Executor executor;

    @Autowired
    Background() {
        this(work -> Thread.ofVirtual().name("page-work").start(work));
    }

    /** Runs the work where the executor does. */
    public Background(Executor executor) {
        this.executor = executor;
    }

    /**
     * Runs work; one of the two callbacks then runs in the page, unless the page is gone by then.
     *
     * @param done gets what the work answered
     * @param trouble gets why it did not
     */
    public <T> void run(UI ui, Callable<T> work, SerializableConsumer<T> done, SerializableConsumer<Trouble> trouble) {
        executor.execute(() -> {
            try {
                T answer = work.call();
                back(ui, () -> done.accept(answer));
            } catch (Exception cause) {
                Trouble why = Trouble.of(cause);
                back(ui, () -> trouble.accept(why));
            }
        });
    }

    /** Does something in a page after a while, unless the page is gone by then. */
    public void later(UI ui, Duration wait, Command news) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(() -> back(ui, news));
    }

    /** Brings news to a page from any thread; a page that is gone needs none. */
    public static void back(UI ui, Command news) {
        try {
            var _ = ui.access(news);
        } catch (UIDetachedException gone) {
            // Nobody looks at the page any more.
        }
    }
}
