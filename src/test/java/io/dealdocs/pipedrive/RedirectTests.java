package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** Where a download may go on. */
@Timeout(60)
class RedirectTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://storage.example/key",
                "ftp://storage.example/key",
                "/relative/key",
                "//storage.example/key",
                "https:opaque",
                "https://user:password@storage.example/key",
                "https://storage.example/a key",
                ""
            })
    void goesToNoAddressThatIsNotWholeAndEncrypted(String location) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Location", location);

        assertThatExceptionOfType(PipedriveException.Unavailable.class)
                .isThrownBy(() -> Redirect.target(headers, URI.create("https://acme.pipedrive.com")))
                .withMessageNotContaining("key");
    }

    @Test
    void goesToAnEncryptedAddressFromAnEncryptedOne() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Location", "https://storage.example/key");

        assertThat(Redirect.target(headers, URI.create("https://acme.pipedrive.com")))
                .hasHost("storage.example");
    }
}
