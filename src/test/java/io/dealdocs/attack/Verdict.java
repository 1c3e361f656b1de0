package io.dealdocs.attack;

/** What came of an attempt. */
record Verdict(Attempt attempt, Outcome outcome, String why) {

    /** How an attempt can end. */
    enum Outcome {
        REFUSED,
        SUCCEEDED,
        /** It was not carried out as meant; counted as if it had succeeded. */
        PROVES_NOTHING
    }

    boolean refused() {
        return outcome == Outcome.REFUSED;
    }

    static String words(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String place = "";
        for (StackTraceElement step : trace) {
            if (step.getClassName().startsWith("io.dealdocs.attack.")) {
                place = " at " + step.getFileName() + ":" + step.getLineNumber();
                break;
            }
        }
        // What was answered may be a file.
        String message = String.valueOf(cause.getMessage()).replaceAll("[^\\p{Graph}\\s]", ".");
        return cause.getClass().getSimpleName() + " " + message + place;
    }

    @Override
    public String toString() {
        return outcome + " " + attempt + (why.isEmpty() ? "" : "\n    " + why.replace("\n", "\n    "));
    }
}
