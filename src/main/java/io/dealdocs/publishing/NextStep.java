package io.dealdocs.publishing;

import java.time.Instant;

/** What is to be done with a document's task when a run is over. */
sealed interface NextStep {

    /** Done as far as this run knows; what happened meanwhile is looked at under the row lock. */
    record Settled() implements NextStep {}

    /** Whatever ends the waiting plans the task anew. */
    record Parked() implements NextStep {}

    /** The company's budget is used up; the sweep plans the task anew when it is there again. */
    record Paused() implements NextStep {}

    /** Run again then; not a failure. */
    record Again(Instant when) implements NextStep {}

    /** Run again after a back-off. */
    record AfterBackOff() implements NextStep {}
}
