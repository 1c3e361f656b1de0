package io.dealdocs.onlyoffice;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** Says in the port's words what went wrong on the wire. */
final class HttpFailures {

    private static final int TOO_MANY_REQUESTS = 429;

    private HttpFailures() {}

    /** Whether the same request may succeed later. */
    static boolean passing(HttpStatusCode status) {
        return status.is5xxServerError() || status.value() == TOO_MANY_REQUESTS;
    }

    static DocumentServerException unreachable(HttpStatusCode status) {
        return new DocumentServerException.Unreachable("the Docs server answers " + status.value(), null);
    }

    static DocumentServerException of(Throwable failure) {
        return switch (failure) {
            case DocumentServerException known -> known;
            case DataBufferLimitException _ ->
                new DocumentServerException.NotADocsServer("the answer is larger than any of a Docs server");
            // Its notes for a reader of the log would tell the address, which in a download is a key to the content.
            case WebClientRequestException request -> broken(request.getMostSpecificCause());
            default -> broken(failure);
        };
    }

    private static DocumentServerException broken(Throwable cause) {
        return cause instanceof DocumentServerException known ? known : unreachable(cause);
    }

    private static DocumentServerException unreachable(Throwable cause) {
        return new DocumentServerException.Unreachable(
                "the Docs server cannot be reached: " + cause.getClass().getSimpleName(), cause);
    }
}
