package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.DocumentId;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The click in the panel and the tab it opens need not meet the same node. */
class TicketOnAnotherNodeTests extends RecoveryRoom {

    @Test
    void aTicketThatOneNodeGaveOutLetsIntoTheEditorOnAnotherOnce() {
        DocumentId document = inPipedrive(fresh("Ticket"));
        try (ConfigurableApplicationContext node = anotherNode()) {
            URI there =
                    URI.create("http://localhost:" + node.getEnvironment().getRequiredProperty("local.server.port"));
            String tab = sessions.prepare(ADA, document).toString();
            String tabThere = tab.replace(app(), there.toString());

            assertThat(OpenedTab.at(URI.create(tabThere)).asksWhoComes()).isFalse();
            assertThat(OpenedTab.at(URI.create(tabThere)).asksWhoComes()).isTrue();
            assertThat(OpenedTab.at(URI.create(tab)).asksWhoComes()).isTrue();
        }
    }
}
