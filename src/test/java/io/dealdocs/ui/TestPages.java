package io.dealdocs.ui;

import com.vaadin.browserless.BrowserlessApplicationContext;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.BrowserlessUserContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Runs views without a browser: real Vaadin, the real texts, and services that a test brings along. */
public final class TestPages implements AutoCloseable {

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final BrowserlessApplicationContext pages;

    /** Starts the view with the beans that a test registers; background work happens at once. */
    public TestPages(Class<?> view, java.util.function.Consumer<GenericApplicationContext> beans) {
        spring.registerBean(Translations.class);
        spring.registerBean(ProductProperties.class, () -> new ProductProperties("https://source.example/"));
        spring.registerBean(Background.class, () -> new Background(Runnable::run));
        beans.accept(spring);
        spring.refresh();
        pages = SpringBrowserlessApplicationContext.create(spring, view);
    }

    /** A person's browser. */
    public BrowserlessUserContext browser() {
        return pages.newUser();
    }

    /** A window of a new browser. */
    public TestWindow window() {
        return new TestWindow(browser().newWindow());
    }

    /** Another window of the same browser, with the same session. */
    public TestWindow window(BrowserlessUIContext first) {
        return new TestWindow(first.getUser().newWindow());
    }

    /** A bean that a test wants to speak to. */
    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    @Override
    public void close() {
        pages.close();
        spring.close();
    }
}
