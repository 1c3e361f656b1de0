package io.dealdocs.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long an abandoned company's data stay is the operator's word, within 90 days. */
class ForgettingPropertiesTests {

    @ParameterizedTest
    @CsvSource({"30,30", "30d,30", "0,0", "0d,0", "90,90"})
    void aNumberIsDays(String word, long days) {
        assertThat(bound(word).abandoned()).isEqualTo(Duration.ofDays(days));
    }

    @Test
    void withoutAWordItIsThirtyDays() {
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("dealdocs.forgetting", ForgettingProperties.class)
                        .abandoned())
                .isEqualTo(Duration.ofDays(30));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 91})
    void whatIsBeyondIsRefused(long days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForgettingProperties(Duration.ofDays(days)))
                .withMessageContaining("between 0 and 90 days");
    }

    private static ForgettingProperties bound(String word) {
        return new Binder(new MapConfigurationPropertySource(Map.of("dealdocs.forgetting.abandoned", word)))
                .bind("dealdocs.forgetting", ForgettingProperties.class)
                .get();
    }
}
