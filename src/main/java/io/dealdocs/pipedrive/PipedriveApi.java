package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;

/** REST calls in a member's name: the token goes to the member's own Pipedrive and nowhere else. */
final class PipedriveApi {

    private final HttpConnections connections;
    private final Pattern apiDomainPattern;
    private final Duration limit;
    private final Tries tries;
    private final ErrorTranslator errors;
    private final Pace pace;

    PipedriveApi(
            HttpConnections connections,
            PipedriveProperties properties,
            Tries tries,
            ErrorTranslator errors,
            Pace pace) {
        this.connections = connections;
        this.apiDomainPattern = properties.apiDomainPattern();
        this.limit = properties.answerTimeout();
        this.tries = tries;
        this.errors = errors;
        this.pace = pace;
    }

    /** Reads a resource, again while Pipedrive is out for a moment. */
    LenientJson get(PipedriveAccess access, String path) {
        HttpCall call = HttpCall.get(address(access, path), bearer(access), limit);
        return success(tries.of(() -> send(call, access)), access);
    }

    /** Changes one field; v1 wants a form (pipedrive contract, section 0). */
    LenientJson put(PipedriveAccess access, String path, String field, String value) {
        Consumer<HttpHeaders> headers =
                bearer(access).andThen(to -> to.setContentType(MediaType.APPLICATION_FORM_URLENCODED));
        String form = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return send(HttpMethod.PUT, access, path, headers, form);
    }

    LenientJson delete(PipedriveAccess access, String path) {
        return send(HttpMethod.DELETE, access, path, bearer(access), "");
    }

    private LenientJson send(
            HttpMethod method, PipedriveAccess access, String path, Consumer<HttpHeaders> headers, String body) {
        HttpCall call = new HttpCall(
                method,
                address(access, path),
                headers,
                body.isEmpty() ? BodyInserters.empty() : BodyInserters.fromValue(body.getBytes(StandardCharsets.UTF_8)),
                limit);
        return success(send(call, access), access);
    }

    private Answer send(HttpCall call, PipedriveAccess access) {
        return checked(paced(access, () -> call.send(connections.pooled()), answer -> answer), access);
    }

    /**
     * Sends a request that Pipedrive counts, when its turn has come.
     *
     * @param head reads status and headers of the answer
     */
    <T> T paced(PipedriveAccess access, Supplier<T> request, Function<T, Answer> head) {
        return pace.run(access, request, head);
    }

    /** The address of a path, after making sure that this member's token may go there. */
    URI address(PipedriveAccess access, String path) {
        if (!apiDomainPattern.matcher(access.apiDomain().toString()).matches()) {
            throw new IllegalStateException(
                    "this API domain may not receive a token: it does not match the configured" + " pattern");
        }
        return URI.create(access.apiDomain() + path);
    }

    static Consumer<HttpHeaders> bearer(PipedriveAccess access) {
        return headers -> headers.setBearerAuth(access.accessToken().reveal());
    }

    /** Lets 2xx pass and throws for anything else. */
    Answer checked(Answer answer, PipedriveAccess access) {
        if (answer.isSuccess()) {
            return answer;
        }
        throw refused(answer, access);
    }

    PipedriveException refused(Answer answer, PipedriveAccess access) {
        PipedriveException refusal = errors.translate(answer, List.of(access.accessToken()));
        if (refusal instanceof PipedriveException.RateLimited limited) {
            pace.refused(access, limited);
        }
        return refusal;
    }

    /** The JSON of a 2xx answer that does not take its status back with {@code success:false}. */
    LenientJson success(Answer answer, PipedriveAccess access) {
        LenientJson json = answer.json();
        if (!json.isObject()) {
            throw new PipedriveException.Unavailable("the answer is no JSON object [" + answer.status() + "]", null);
        }
        if (!json.flag("success", true)) {
            List<Secret> sent = List.of(access.accessToken());
            throw new PipedriveException.Rejected(ErrorWords.describe(answer, sent));
        }
        return json;
    }
}
