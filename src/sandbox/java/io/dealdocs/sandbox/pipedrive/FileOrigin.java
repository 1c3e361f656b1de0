package io.dealdocs.sandbox.pipedrive;

/** Where a file's bytes are and whether it is a picture inside a mail. */
enum FileOrigin {
    STORAGE,
    GOOGLE,
    INLINE_PICTURE
}
