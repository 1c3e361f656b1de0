package io.dealdocs.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import io.dealdocs.access.SignIn;
import io.dealdocs.ui.TestPages;
import io.dealdocs.ui.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody comes from outside Pipedrive, or back from its consent page. */
class ConsoleUseCaseTests {

    @Test
    void explainsItselfAndLeadsToTheConsent() {
        try (TestPages pages = new TestPages(ConsoleView.class, _ -> {})) {
            TestWindow window = pages.window().open("");

            assertThat(window.text()).contains("ONLYOFFICE documents inside Pipedrive", "AGPL-3.0", "Source code");
            assertThat(window.find(Anchor.class).withId("connect").single().getHref())
                    .isEqualTo(SignIn.CONNECT_PATH);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "done, DealDocs is connected, false",
        "cancelled, Nothing was changed, true",
        "failed, Connecting did not work, true",
        "whatever, Connecting did not work, true"
    })
    void tellsWhatCameOfConnectingAndWhatToDoNext(String reason, String words, boolean again) {
        try (TestPages pages = new TestPages(ConnectView.class, _ -> {})) {
            TestWindow window = pages.window().open("connect?reason=" + reason);

            assertThat(window.text()).contains(words);
            assertThat(window.find(Anchor.class).exists()).isEqualTo(again);
        }
    }
}
