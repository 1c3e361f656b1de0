package io.dealdocs.sandbox.docs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. */
public enum FaultName {
    /** A callback never arrives, as when there is no connection; what can be repeated is repeated. */
    CALLBACK_LOST,
    /** A callback is posted late, by the fault's milliseconds. */
    CALLBACK_LATE,
    /** The answer to a callback never reaches the sandbox, so that it repeats what can be repeated. */
    CALLBACK_ANSWER_LOST,
    /** The server dies before the last save: nothing is posted, and the changes stay with it. */
    SAVE_NEVER,
    /** Status 2 comes again after it was answered. */
    STATUS_2_REPEATED,
    /** Status 3, without a file, instead of 2. */
    STATUS_3_INSTEAD_OF_2,
    /** Status 3 with the file that could be made. */
    STATUS_3_WITH_FILE,
    /** Status 7 instead of 6. */
    STATUS_7_INSTEAD_OF_6,
    /** A result ends in the middle. */
    RESULT_CUT,
    /** A result comes in drops, one each of the fault's milliseconds. */
    RESULT_SLOW,
    /** A result answers 410. */
    RESULT_GONE,
    /** A result is the page of a proxy in trouble, with status 200. */
    RESULT_HTML,
    /** A result has no content, with status 200. */
    RESULT_EMPTY,
    /** A result announces half of its length and has no more. */
    RESULT_HALF,
    /** A result redirects to its own address, marked with {@code redirected=1}. */
    RESULT_REDIRECTS,
    /** The editor's script answers 503. */
    API_JS_503,
    /** The health check answers false. */
    HEALTHCHECK_FALSE,
    /** A command is answered late, by the fault's milliseconds. */
    COMMAND_LATE,
    /** A command answers 503. */
    COMMAND_FAILS,
    /** A document cannot be downloaded. */
    DOWNLOAD_FAILS,
    /** Every connection is closed without an answer. */
    UNREACHABLE;

    /** The name on the wire, like {@code result-cut}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultName> ofWire(String wire) {
        return Arrays.stream(values()).filter(name -> name.wire().equals(wire)).findFirst();
    }
}
