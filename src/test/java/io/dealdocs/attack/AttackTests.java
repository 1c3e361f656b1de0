package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.WholeApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** No attempt of the campaign succeeds, and each that is refused would be let in with the right credentials. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTests extends WholeApplication {

    private final Scene scene;

    @Autowired
    AttackTests(ApplicationContext context) {
        scene = new Scene(app(), pipedrive(), docs(), context, LogWatch.start());
    }

    @AfterAll
    void leaveItAsItWas() {
        scene.close();
    }

    @Test
    void everyClassOfFaultIsTried() {
        assertThat(Campaign.untried()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> noAttemptSucceeds() {
        return Campaign.attempts().stream()
                .map(attempt -> DynamicTest.dynamicTest(attempt.toString(), () -> {
                    Verdict verdict = attempt.in(scene);
                    assertThat(verdict.refused()).as(verdict.toString()).isTrue();
                }));
    }
}
