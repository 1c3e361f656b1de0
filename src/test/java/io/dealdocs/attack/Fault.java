package io.dealdocs.attack;

/** The classes of fault that connectors of this kind are known for, each in a sentence of what it lets people do. */
enum Fault {
    // Who is who
    TENANT_KEY_BY_SUM("a person is found by the sum of two numbers, so that two people are one"),
    EQUAL_NUMBERS("a number that two companies both use leads into the wrong one"),
    COMPANY_FROM_REQUEST("the company is taken from what was sent, not from what was proven"),
    DEAL_FROM_REQUEST("a deal is believed because the address names it"),
    FOREIGN_REFERENCE("whoever knows the id of a thing gets at it"),
    FORGED_REFERENCE("an id that was never given out is taken for one"),
    COLLEAGUE_WITHOUT_RIGHTS("a colleague gets at what Pipedrive hides from them"),
    STALE_RIGHTS("rights outlive what they were given for"),
    FAIL_OPEN_ADMIN("whoever is not known to be no admin is one"),
    // Tokens and other proofs
    ALGORITHM_OF_THE_TOKEN("the token says how it wants to be verified"),
    KEY_CONFUSION("a secret that was made for another leg opens this one"),
    FOREIGN_SECRET("another company's secret is as good as the own one"),
    EXPIRY_IGNORED("a proof is good for ever"),
    UNVERIFIED_CLAIMS("what stands beside the proof is taken together with what it proves"),
    TOKEN_OF_ANOTHER_PURPOSE("what the browser was given for one thing is used for another"),
    CAPABILITY_OF_ANOTHER_PURPOSE("an address that was made for one thing is used for another"),
    CAPABILITY_TAMPERED("an address that was changed on the way still leads somewhere"),
    SESSION_FROM_ADDRESS("the message says by itself which document it is about"),
    TICKET_REPLAYED("what was good once is good twice"),
    AMBIENT_IDENTITY("a cookie says who asks, whatever page asks"),
    FOREIGN_PAGE("a page of one person is driven from the browser of another"),
    CROSS_SITE_REQUEST("another site asks in a person's name and reads the answer"),
    // Sign-in and uninstall
    SIGN_IN_WITHOUT_STATE("a sign-in comes back to a browser that never began it"),
    CODE_REPLAYED("a code is exchanged twice"),
    SESSION_FIXATION("a session that somebody else knows becomes the person's own"),
    PERMANENT_REDIRECT("a browser remembers a redirect that was right once"),
    OPEN_REDIRECT("our address leads people wherever a link wants"),
    TOKEN_TO_ANYBODY("a token is sent wherever an answer says"),
    UNINSTALL_BY_ANYBODY("whoever knows the address takes the app away from others"),
    // Secrets
    RAW_TOKEN_IN_BROWSER("the browser is given the token itself"),
    TOKEN_STAYS_IN_ADDRESS("a proof stays where history and neighbours read it"),
    STORAGE_LINK_IN_BROWSER("the browser is given a link that is as good as the file"),
    SECRET_IN_CLEAR("a stored secret is shown again"),
    SECRET_IN_LOG("the log holds what opens doors"),
    // Documents
    CLIENT_MADE_KEY("the browser chooses the key of the editing session"),
    CLIENT_MADE_RIGHTS("the browser chooses what the person may do in the editor"),
    CLIENT_MADE_NAME("the browser chooses name and format of what is stored"),
    CONTENT_WITHOUT_PROOF("a document's content goes to whoever has its address"),
    OPEN_DOWNLOAD_PROXY("our server fetches what anybody names and hands it out"),
    RESULT_FROM_ANYWHERE("our server fetches a result from wherever a message says"),
    NAME_LEADS_ELSEWHERE("a name that was checked leads into our own network afterwards"),
    REDIRECT_FOLLOWED("our server follows where a stranger sends it"),
    AUTHOR_OF_THE_MESSAGE("the message says in whose name we act at Pipedrive"),
    OUT_OF_ORDER("what comes late, twice or in the wrong order destroys what was there"),
    // Settings
    HEADER_UNUSED("the header that a company chose is stored, and another one is read"),
    ADDRESS_UNCHECKED("an address is stored that our server must never call"),
    HALF_CHECKED_WRITE("something is stored although its check has failed"),
    // Wire
    UNBOUNDED_BODY("a body as large as the sender likes is read"),
    SLOW_SENDER("a slow sender keeps what others need"),
    PATH_CONFUSION("two readers of one path take it for two things"),
    REQUEST_SMUGGLING("two readers of one connection see different requests"),
    HOST_BELIEVED("the addresses we hand out are those that the request names"),
    VERB_CONFUSION("a method that nobody thought of does something"),
    // Pages
    WEAK_HEADERS("the browser is not told what it must not do with a page"),
    SCRIPT_IN_TEXT("a name becomes a script"),
    HEADER_IN_TEXT("a name becomes a header"),
    LOG_LINE_IN_TEXT("a name becomes a line of the log"),
    TALKATIVE_ERROR("an error tells how we are built"),
    MANAGEMENT_IN_PUBLIC("what is meant for the operator answers to everybody");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** An attempt that exploits this fault where the application has it. */
    Attempt attempt(String name, Act deed) {
        return new Attempt(this, name, (scene, friend) -> {}, deed, Suspect.STRANGER);
    }
}
