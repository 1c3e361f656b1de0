package io.dealdocs.editing;

import io.dealdocs.shared.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** A content that a capability names, and what proves that a Docs server of the company asks for it. */
interface ServedContent {

    /** The headers that may carry the proof. */
    List<String> headers();

    /** Any of them may have signed it. */
    List<Secret> secrets();

    /** Answers the request with the content, or with its head alone. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
