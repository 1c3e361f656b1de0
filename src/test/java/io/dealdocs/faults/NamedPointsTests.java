package io.dealdocs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of named points that people read is the one that the faults go through. */
class NamedPointsTests {

    @Test
    void everyNamedPointIsListedWithItsGapAndNoOtherIs() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("src/docs/invariants.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(listed)
                .containsExactlyElementsOf(NamedPoints.ALL.stream()
                        .map(point -> "| `" + point.name() + "` | " + point.gap() + " |")
                        .toList());
    }

    @Test
    void everyNamedPointIsAMethodThatIsThere() {
        assertThat(NamedPoints.ALL)
                .allSatisfy(point -> assertThat(Class.forName(point.type()).getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(point.method())));
    }
}
