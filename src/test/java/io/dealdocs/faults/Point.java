package io.dealdocs.faults;

/**
 * A place between two effects at which the application can be held, and killed.
 *
 * @param name what it is called, beginning with the flow it belongs to
 * @param when on which side of the method it lies
 * @param type the class or interface whose method it is
 * @param method that method's name
 * @param within the class that must be among the callers, or empty for any
 * @param gap what has happened and what has not
 */
record Point(String name, When when, String type, String method, String within, String gap) {

    /** Which side of a method. */
    enum When {
        BEFORE,
        AFTER,
        /** Inside it: when the stream it was given is asked for more after the first chunk. */
        AFTER_FIRST_CHUNK
    }

    static Point at(String name, When when, String type, String method, String within, String gap) {
        return new Point(name, when, "io.dealdocs." + type, method, within, gap);
    }

    /** The flow that leads here. */
    String flow() {
        return name.substring(0, name.indexOf('.'));
    }

    boolean calledFrom(StackWalker stack) {
        return within.isEmpty()
                || stack.walk(
                        frames -> frames.anyMatch(frame -> frame.getClassName().equals("io.dealdocs." + within)));
    }
}
