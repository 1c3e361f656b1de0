package io.dealdocs.shared;

/** A Pipedrive company; meaningless as a key of a person without a {@link UserId} beside it. */
public record CompanyId(long value) {

    public CompanyId {
        if (value <= 0) {
            throw new IllegalArgumentException("CompanyId must be positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
