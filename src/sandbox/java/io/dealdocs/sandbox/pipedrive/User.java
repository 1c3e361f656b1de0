package io.dealdocs.sandbox.pipedrive;

/** A person who can sign in to a company. */
record User(
        Member member,
        String name,
        String email,
        String language,
        String country,
        String locale,
        boolean admin,
        boolean mayUseApi,
        Theme theme,
        Group group) {

    /** The colours that a user chose. */
    enum Theme {
        LIGHT,
        DARK;

        String wire() {
            return this == DARK ? "dark" : "light";
        }

        static Theme of(String wire) {
            return wire.equals("dark") ? DARK : LIGHT;
        }
    }

    /** The visibility group of a user; FIELD is a sub-group of SALES. */
    enum Group {
        SALES,
        FIELD
    }

    long id() {
        return member.userId();
    }

    long companyId() {
        return member.companyId();
    }
}
