package io.dealdocs.documents.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.documents.DealListing;
import io.dealdocs.shared.MemberId;
import io.dealdocs.ui.Trouble;
import java.io.Serializable;
import java.util.concurrent.Callable;

/** Reads a deal's list, one look at a time; what changed during a look is looked at again. */
final class ListReader implements Serializable {

    private static final long serialVersionUID = 1L;
    private final PanelDesk desk;
    private final FramedView.Frame frame;
    private final ReadLines lines;
    private final Outcome outcome;
    private boolean looking;
    private boolean outdated;

    /**
     * What follows a look.
     *
     * @param read the deal was read from its newest file on
     * @param readOn further files were read
     * @param failed nothing was read
     */
    record Outcome(
            SerializableConsumer<DealListing> read, SerializableRunnable readOn, SerializableConsumer<Trouble> failed)
            implements Serializable {}

    ListReader(PanelDesk desk, FramedView.Frame frame, ReadLines lines, Outcome outcome) {
        this.desk = desk;
        this.frame = frame;
        this.lines = lines;
        this.outcome = outcome;
    }

    /** Reads what is shown, from the newest file on. */
    void reload() {
        if (looking) {
            outdated = true;
            return;
        }
        look(() -> desk.list(member(), frame.deal(), lines.reach()), listing -> {
            lines.replace(listing);
            outcome.read().accept(listing);
        });
    }

    /** Reads the next files, if there are more and no look is under way. */
    void readOn() {
        if (!looking && !lines.complete()) {
            look(() -> desk.further(member(), frame.deal(), lines.next()), listing -> {
                lines.add(listing);
                outcome.readOn().run();
            });
        }
    }

    /** Reads every file. */
    void readAll() {
        lines.reachAll();
        reload();
    }

    private MemberId member() {
        return frame.member().id();
    }

    private void look(Callable<DealListing> question, SerializableConsumer<DealListing> answer) {
        looking = true;
        desk.background()
                .run(
                        frame.ui(),
                        question,
                        listing -> {
                            looking = false;
                            answer.accept(listing);
                            lookAgain();
                        },
                        trouble -> {
                            looking = false;
                            outcome.failed().accept(trouble);
                            lookAgain();
                        });
    }

    private void lookAgain() {
        if (outdated) {
            outdated = false;
            reload();
        }
    }
}
