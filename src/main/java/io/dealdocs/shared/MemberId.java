package io.dealdocs.shared;

/** One person in one company: the only identity that rights, tokens and sessions hang on. */
public record MemberId(CompanyId company, UserId user) {

    public static MemberId of(long company, long user) {
        return new MemberId(new CompanyId(company), new UserId(user));
    }

    @Override
    public String toString() {
        return company + ":" + user;
    }
}
