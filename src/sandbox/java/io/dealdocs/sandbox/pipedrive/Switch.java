package io.dealdocs.sandbox.pipedrive;

/** A behaviour of the real Pipedrive that nobody has written down: off is our best guess, on is the other reading. */
public enum Switch {
    /** The consent page bears parameters beyond client_id, redirect_uri and state. */
    ACCEPTS_PKCE,
    /** Each refresh hands out a new refresh token and kills the one that was used. */
    ROTATES_REFRESH_TOKENS,
    /** A new consent kills the tokens that the same member got by an earlier one. */
    NEW_CONSENT_KILLS_OLD_TOKENS,
    /** The Marketplace starts the consent itself, without a state, instead of calling the Installation URL. */
    IGNORES_INSTALLATION_URL,
    /** A deal without files answers an empty array instead of null. */
    EMPTY_LIST_IS_AN_ARRAY,
    /** A deleted file still answers, with active_flag false, instead of 404. */
    DELETED_FILE_IS_INACTIVE,
    /** A deleted deal answers 404 instead of is_deleted true. */
    DELETED_DEAL_IS_ABSENT,
    /** An invisible deal answers 403 instead of 404. */
    INVISIBLE_DEAL_IS_FORBIDDEN,
    /** A file over the limit answers 400 instead of 413. */
    TOO_LARGE_IS_BAD_REQUEST,
    /** A list limit above the maximum is refused instead of cut down to it. */
    REFUSES_LARGE_LIST_LIMIT,
    /** Sorting by a field that is no longer supported is ignored instead of refused. */
    IGNORES_UNKNOWN_SORT,
    /** An upload without a Content-Length (chunked) is taken instead of refused. */
    ACCEPTS_CHUNKED_UPLOAD,
    /** An upload may give its name as filename* only. */
    UNDERSTANDS_EXTENDED_FILE_NAME,
    /** An upload loses the characters of its name that are not ASCII. */
    MANGLES_FILE_NAMES,
    /** Ids in file objects are strings. */
    IDS_ARE_STRINGS,
    /** Ids in the signed token of a frame are strings. */
    TOKEN_IDS_ARE_STRINGS,
    /** Uploads go to the user's Google Drive instead of Pipedrive's own storage. */
    UPLOADS_GO_TO_DRIVE,
    /** The uninstall call carries its ids as strings. */
    UNINSTALL_IDS_ARE_STRINGS,
    /** Deals that the seed would give files start without any. */
    EMPTY_DEALS
}
