package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** What a refusal means to the caller. */
class ErrorTranslatorTests {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String PAGE = "<!doctype html><title>Access denied</title>";

    private final ErrorTranslator errors = new ErrorTranslator(Port.CLOCK);

    private PipedriveException translate(int status, String contentType, String body, String... headers) {
        HttpHeaders all = new HttpHeaders();
        all.set("Content-Type", contentType);
        for (int i = 0; i < headers.length; i += 2) {
            all.set(headers[i], headers[i + 1]);
        }
        Answer answer = new Answer(status, all, body.getBytes(StandardCharsets.UTF_8));
        return errors.translate(answer, List.of(Port.TOKEN));
    }

    private PipedriveException.RateLimited limited(String... headers) {
        return (PipedriveException.RateLimited) translate(429, JSON, "{\"success\":false}", headers);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "401 | {\"success\":false,\"error\":\"unauthorized access\",\"errorCode\":401} | Unauthorized |"
                        + " unauthorized access",
                "403 | {\"success\":false,\"error\":\"Scope and URL mismatch\",\"errorCode\":403} | ReconnectRequired"
                        + " | Scope and URL mismatch",
                "403 | {\"success\":false,\"error\":\"scope and url mismatch.\"} | ReconnectRequired | scope and url"
                        + " mismatch.",
                "400 | {\"success\":false,\"error\":\"Deal title must be given.\",\"error_info\":\"x\",\"data\":null}"
                        + " | Rejected | Deal title must be given.",
                "403 | {\"success\":false,\"error\":\"You do not have permissions to do this.\"} | Forbidden | You do"
                        + " not have permissions to do this.",
                "403 | {\"success\":false,\"error\":\"Plan limit\",\"code\":\"feature_capping_deals_limit\"} |"
                        + " Forbidden | Plan limit",
                "400 | {\"status\":\"error\",\"success\":false,\"errors\":{\"name\":[\"too short\",\"no dots\"]}} |"
                        + " Rejected | too short; no dots",
                "400 | {\"success\":false,\"errors\":{\"name\":\"is odd\"}} | Rejected | is odd",
                "403 | {\"success\":false,\"message\":\"Forbidden\"} | Forbidden | Forbidden",
                "404 | {\"success\":false,\"error\":\"User not found or not accessible.\"} | NotFound | User not found"
                        + " or not accessible.",
                "400 | {\"success\":false,\"message\":\"Invalid client\",\"error\":\"invalid_client\"} | Rejected |"
                        + " Invalid client",
                "400 | {\"success\":false,\"error\":\"File is too large\"} | TooLarge | File is too large",
                "402 | {\"success\":false,\"error\":\"Account closed\"} | AccountClosed | Account closed",
                "405 | {\"success\":false,\"error\":\"no\"} | Rejected | no",
                "408 | {} | Unavailable | 408",
                "410 | {\"success\":false,\"error\":\"gone\"} | NotFound | gone",
                "413 | {} | TooLarge | 413",
                "415 | {\"success\":false,\"error\":\"no\"} | Rejected | no",
                "422 | {\"success\":false,\"error\":\"too many webhooks\"} | Rejected | too many webhooks",
                "429 | {\"success\":false,\"error\":\"request over limit\"} | RateLimited | request over limit",
                "500 | {\"success\":false,\"error\":\"oops\"} | Unavailable | oops",
                "502 | not json | Unavailable | 502",
                "503 | [] | Unavailable | 503",
                "504 | {\"error\":null} | Unavailable | 504",
                "404 | {\"error\":{\"odd\":true}} | NotFound | 404"
            })
    void readsEveryShape(int status, String body, String kind, String words) {
        PipedriveException exception = translate(status, JSON, body);

        assertThat(exception.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(exception).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"404, NotFound", "413, TooLarge", "429, RateLimited", "503, Unavailable", "400, Rejected"})
    void repeatsNothingOfAPageForPeople(int status, String kind) {
        PipedriveException exception = translate(status, "text/html; charset=utf-8", PAGE);

        assertThat(exception.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(exception).hasMessage("Pipedrive answered [" + status + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json"})
    void takesABlockByTheNetworkInFrontForALimitNotForALackOfRights(String contentType) {
        assertThat(translate(403, contentType, PAGE))
                .isInstanceOfSatisfying(PipedriveException.RateLimited.class, e -> {
                    assertThat(e.daily()).isFalse();
                    assertThat(e.resetAfter()).isEqualTo(Duration.ofMinutes(1));
                });
    }

    @Test
    void namesTheCorrelationIdUnlessItIsOdd() {
        assertThat(translate(404, JSON, "{}", "x-correlation-id", "abc-123")).hasMessageContaining("[404 abc-123]");
        assertThat(translate(404, JSON, "{}", "x-correlation-id", "see https://x"))
                .hasMessageContaining("[404]");
    }

    @Test
    void repeatsNeitherSecretsNorAddressesNorControlCharacters() {
        String words = "no " + Port.TOKEN.reveal() + "\\n\\u001b at https://acme.pipedrive.com/x?y=z today";

        assertThat(translate(400, JSON, "{\"error\":\"" + words + "\"}"))
                .hasMessage("no [secret]  at [address] today [400]");
    }

    @Test
    void repeatsNoSecretFromTheCorrelationId() {
        PipedriveException exception = translate(404, JSON, "{}", "x-correlation-id", Port.TOKEN.reveal());

        assertThat(exception.getMessage()).doesNotContain(Port.TOKEN.reveal());
    }

    @Test
    void cutsLongWords() {
        assertThat(translate(400, JSON, "{\"error\":\"" + "x".repeat(5000) + "\"}")
                        .getMessage())
                .hasSizeLessThan(400);
    }

    @Test
    void keepsWordsWhenASecretIsEmpty() {
        Answer answer = new Answer(400, new HttpHeaders(), "{\"error\":\"no\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(errors.translate(answer, List.of(new Secret("")))).hasMessage("no [400]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-daily-ratelimit-token-remaining", "x-daily-requests-left"})
    void waitsForMidnightWhenTheDayIsUsedUp(String header) {
        PipedriveException.RateLimited limited = limited(header, "0", "Retry-After", "7");

        assertThat(limited.daily()).isTrue();
        assertThat(limited.resetAfter()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void waitsForMidnightWhenACallCostsMoreThanTheDayHasLeft() {
        String left = "x-daily-ratelimit-token-remaining";

        assertThat(limited(left, "3", "x-ratelimit-remaining", "70").daily()).isTrue();
        assertThat(limited(left, "3", "x-ratelimit-remaining", "0").daily()).isFalse();
        assertThat(limited(left, "300", "x-ratelimit-remaining", "70").daily()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "x-ratelimit-reset, 5, 5000",
        "x-ratelimit-reset, 1, 2000",
        "x-ratelimit-reset, 2.5, 2500",
        "Retry-After, 30, 30000",
        "Retry-After, 'Tue, 24 Nov 2026 18:01:00 GMT', 60000",
        "Retry-After, 'Tue, 24 Nov 2026 17:00:00 GMT', 2000",
        "Retry-After, soon, 2000",
        "Retry-After, -5, 2000",
        "x-ratelimit-reset, 999999999, 86400000",
        "x-daily-ratelimit-token-remaining, 12, 2000",
        "x-daily-requests-left, unknown, 2000",
        "x-other, 1, 2000"
    })
    void waitsAsLongAsABurstLasts(String header, String value, long millis) {
        PipedriveException.RateLimited limited = limited(header, value);

        assertThat(limited.daily()).isFalse();
        assertThat(limited.resetAfter()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void waitsForTheLongerOfTwoLimits() {
        assertThat(limited("Retry-After", "3", "x-ratelimit-reset", "9").resetAfter())
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(limited("Retry-After", "9", "x-ratelimit-reset", "3").resetAfter())
                .isEqualTo(Duration.ofSeconds(9));
    }
}
