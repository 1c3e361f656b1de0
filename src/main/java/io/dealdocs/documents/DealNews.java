package io.dealdocs.documents;

import io.dealdocs.installation.NewsWire;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.Subject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells panels on every node that a deal's list is different, once the change is committed. */
@Component
public class DealNews {

    private static final Logger log = LoggerFactory.getLogger(DealNews.class);
    private static final String TOPIC = "deal";
    private static final int PARTS = 3;

    private final NewsWire wire;
    private final ApplicationEventPublisher events;

    DealNews(NewsWire wire, ApplicationEventPublisher events) {
        this.wire = wire;
        this.events = events;
    }

    /** News about deals may have been missed on this node: panels look again. */
    public record Missed() {}

    /** A deal's list is different, or will be when the running transaction commits. */
    public void changed(CompanyId company, Subject subject) {
        wire.send(TOPIC, company + " " + subject.kind() + " " + subject.id());
    }

    @EventListener
    void on(NewsWire.Heard heard) {
        switch (heard.topic()) {
            case TOPIC -> read(heard.text()).ifPresent(events::publishEvent);
            case NewsWire.RESYNC -> events.publishEvent(new Missed());
            default -> log.trace("News about {} are for others", heard.topic());
        }
    }

    // A node of another version may speak of kinds that this one does not know.
    private static Optional<DealChanged> read(String text) {
        try {
            String[] parts = text.split(" ", PARTS);
            return Optional.of(new DealChanged(
                    new CompanyId(Long.parseLong(parts[0])),
                    new Subject(Subject.Kind.valueOf(parts[1]), Long.parseLong(parts[2]))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            log.debug("News that this version does not understand: {}", text);
            return Optional.empty();
        }
    }
}
