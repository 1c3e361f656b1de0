package io.dealdocs.shared;

/** A deal's number inside its company. */
public record DealId(long value) {

    public DealId {
        if (value <= 0) {
            throw new IllegalArgumentException("DealId must be positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
