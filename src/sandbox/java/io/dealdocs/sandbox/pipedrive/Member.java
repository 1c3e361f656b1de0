package io.dealdocs.sandbox.pipedrive;

/** A user of a company: the pair is the identity, neither number alone is. */
record Member(long companyId, long userId) implements Comparable<Member> {
    @Override
    public int compareTo(Member other) {
        int byCompany = Long.compare(companyId, other.companyId);
        return byCompany != 0 ? byCompany : Long.compare(userId, other.userId);
    }
}
