package io.dealdocs.shared;

/** A Pipedrive file's number inside its company; its content never changes. */
public record FileId(long value) {

    public FileId {
        if (value <= 0) {
            throw new IllegalArgumentException("FileId must be positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
