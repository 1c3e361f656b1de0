package io.dealdocs.sandbox.docs;

/** The way to one open editor, a page or a headless one. */
interface Wire {

    /** Sends an event; must not block. */
    void send(String event, Object data);

    /** Nothing will be sent any more. */
    void end();
}
