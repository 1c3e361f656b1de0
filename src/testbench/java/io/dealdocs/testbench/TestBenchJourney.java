package io.dealdocs.testbench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One journey with Vaadin TestBench for those who hold a licence. TestBench looks for its licence when its first class is
 * loaded and stops there without one, so this class names none of its types.
 */
class TestBenchJourney {

    @Test
    void theStartPageOffersToConnectPipedrive() {
        boolean licensed = licensed();
        if (!licensed) {
            System.out.println("TestBench journey skipped: no Vaadin licence key was found");
        }
        assumeTrue(licensed, "no Vaadin licence key was found");
        StartPageCheck.run();
    }

    private static boolean licensed() {
        Path home = Path.of(System.getProperty("user.home"), ".vaadin");
        boolean named = Stream.of("vaadin.proKey", "vaadin.offlineKey", "vaadin.key")
                .anyMatch(name -> System.getProperty(name) != null);
        boolean inEnvironment =
                Stream.of("VAADIN_PRO_KEY", "VAADIN_OFFLINE_KEY").anyMatch(name -> System.getenv(name) != null);
        boolean kept = Stream.of("proKey", "offlineKey", "serverKey", "userKey")
                .map(home::resolve)
                .anyMatch(Files::isRegularFile);
        return named || inEnvironment || kept;
    }
}
