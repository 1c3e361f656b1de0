package io.dealdocs;

import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import java.util.Locale;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application over real parts; all tests that extend it share one. */
@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.DEFINED_PORT)
public abstract class WholeApplication {

    private static final Surroundings SURROUNDINGS = new Surroundings();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SURROUNDINGS::close));
    }

    @DynamicPropertySource
    static void point(DynamicPropertyRegistry registry) {
        SURROUNDINGS.settings().forEach((name, value) -> registry.add(propertyName(name), () -> value));
        // What takes seconds in life would make the tests take minutes.
        registry.add("db-scheduler.polling-interval", () -> "200ms");
        registry.add("dealdocs.publishing.first-back-off", () -> "500ms");
        registry.add("dealdocs.pipedrive.retry.pause", () -> "100ms");
        registry.add("dealdocs.documents.undo-time", () -> "2s");
        registry.add("dealdocs.editing.ending-wait", () -> "8s");
        registry.add("dealdocs.documents.deletion-back-off", () -> "500ms");
    }

    // Our own names are placeholders and are taken as they are; Spring's are relaxed only in a real environment.
    private static String propertyName(String variable) {
        return variable.startsWith("SPRING_")
                ? variable.toLowerCase(Locale.ROOT).replace('_', '.')
                : variable;
    }

    /** The stand-in for Pipedrive. */
    protected static PipedriveSandbox pipedrive() {
        return SURROUNDINGS.pipedrive();
    }

    /** The stand-in for ONLYOFFICE Docs. */
    protected static DocsSandbox docs() {
        return SURROUNDINGS.docs();
    }

    /** Connects a member as the consent page would. */
    protected static void consent(long company, long user) {
        Consent.give(app(), pipedrive(), company, user);
    }

    /** Where the application answers. */
    protected static String app() {
        return SURROUNDINGS.app().toString();
    }
}
