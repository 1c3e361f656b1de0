package io.dealdocs.shared;

/** A Pipedrive user's number, which two companies may both use: a person is a {@link MemberId}. */
public record UserId(long value) {

    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("UserId must be positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
