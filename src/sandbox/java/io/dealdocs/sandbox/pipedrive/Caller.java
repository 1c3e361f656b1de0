package io.dealdocs.sandbox.pipedrive;

/** Whose token a REST request carries. */
record Caller(Company company, User user) {
    Member member() {
        return user.member();
    }
}
