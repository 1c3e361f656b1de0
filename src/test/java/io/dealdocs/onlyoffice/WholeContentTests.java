package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.onlyoffice.DocumentServerException.TooLarge;
import io.dealdocs.onlyoffice.DocumentServerException.Unreachable;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class WholeContentTests {

    @Test
    void passesExactlyWhatWasAnnounced() throws Exception {
        byte[] announced = content(5, 5, 5).handTo((in, size) -> in.readAllBytes());
        byte[] unannounced = content(5, -1, 5).handTo((in, size) -> in.readAllBytes());
        assertThat(announced).hasSize(5);
        assertThat(unannounced).hasSize(5);
    }

    @Test
    void refusesLessAndMoreThanWasAnnounced() {
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> content(4, 5, 10).handTo((in, size) -> in.readAllBytes()))
                .withMessageContaining("4 of 5");
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> content(6, 5, 10).handTo((in, size) -> in.readAllBytes()));
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> content(6, 6, 5));
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> content(6, -1, 5).handTo((in, size) -> in.readAllBytes()));
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> content(6, -1, 5).handTo((in, size) -> {
                    for (var one = in.read(); one >= 0; one = in.read()) {
                        assertThat(one).isZero();
                    }
                    return size;
                }));
    }

    private static WholeContent content(int sent, long announced, long limit) {
        return new WholeContent(new ByteArrayInputStream(new byte[sent]), announced, limit);
    }
}
