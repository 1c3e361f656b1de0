package io.dealdocs.sandbox.pipedrive;

/** Ends the handling of a request with an answer that is not the wished one. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("HTTP " + answer.status());
        this.answer = answer;
    }

    Refusal(Answer answer, Throwable cause) {
        super("HTTP " + answer.status(), cause);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
