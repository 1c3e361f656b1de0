package io.dealdocs.documents;

/** Why a document does not reach Pipedrive until a person decides. */
public enum Attention {
    /** Nobody who may is connected. */
    RECONNECT,
    /** The deal is gone, or nobody who is connected sees it. */
    DEAL_GONE,
    FORBIDDEN,
    TOO_LARGE,
    ACCOUNT_CLOSED,
    /** Pipedrive handed the file on to Google, where its content cannot be replaced. */
    HELD_BY_GOOGLE,
    /** What is stored is not what was: nothing of it goes to Pipedrive. */
    CONTENT_DAMAGED,
    /** Pipedrive refuses for a reason of its own. */
    REFUSED
}
