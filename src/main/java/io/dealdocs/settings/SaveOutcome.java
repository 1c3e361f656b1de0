package io.dealdocs.settings;

/** What came of saving settings: saved after the Docs server answered, or the first thing that is wrong. */
public sealed interface SaveOutcome {

    /** Saved; the Docs server answered with this version. */
    record Saved(String docsVersion) implements SaveOutcome {}

    /** Not saved, with the field and the sentence (key {@code settings.problem.<problem>}) to show. */
    record Refused(Problem problem) implements SaveOutcome {}

    /** What can be wrong. */
    enum Problem {
        ADDRESS_EMPTY(Field.ADDRESS),
        /** Not an http(s) address, or with user, query or fragment. */
        ADDRESS_MALFORMED(Field.ADDRESS),
        ADDRESS_NEEDS_HTTPS(Field.ADDRESS),
        /** Its name leads into the network of our server. */
        ADDRESS_INSIDE(Field.ADDRESS),
        DOCS_UNREACHABLE(Field.ADDRESS),
        NOT_A_DOCS_SERVER(Field.ADDRESS),
        SECRET_EMPTY(Field.SECRET),
        SECRET_REFUSED(Field.SECRET),
        /** The server answers without a valid secret: JWT is switched off there. */
        JWT_OFF(Field.SECRET),
        CLOCKS_DIFFER(Field.SECRET),
        HEADER_MALFORMED(Field.HEADER),
        /** Somebody else saved meanwhile. */
        CHANGED_MEANWHILE(Field.NONE);

        private final Field field;

        Problem(Field field) {
            this.field = field;
        }

        public Field field() {
            return field;
        }
    }

    /** Which input the sentence belongs to. */
    enum Field {
        ADDRESS,
        SECRET,
        HEADER,
        NONE
    }
}
