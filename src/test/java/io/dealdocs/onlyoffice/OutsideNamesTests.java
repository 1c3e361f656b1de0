package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.onlyoffice.DocumentServerException.InsideName;
import io.dealdocs.shared.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideNamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.1.2.3", "172.16.0.1", "172.31.255.255",
                        "192.168.1.1",
                "169.254.169.254", "100.64.0.1", "100.127.255.255", "224.0.0.1", "::1", "::", "fe80::1", "fc00::1",
                "fd12:3456::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "ff02::1"
            })
    void whatIsOurNetworkIsKnown(String address) throws Exception {
        assertThat(OutsideNames.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "100.63.255.255", "100.128.0.1", "1.0.0.1", "2606:2800::1"})
    void whatIsOutsideIsKnown(String address) throws Exception {
        assertThat(OutsideNames.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() throws Exception {
        try (var stub = StubDocs.answering(200, "content")) {
            assertThatExceptionOfType(InsideName.class)
                    .isThrownBy(() -> StubDocs.port(StubDocs.PATIENCE).version(named(stub)));
            assertThat(stub.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", " LocalHost ", "http://localhost:8091/docs", "*"})
    void theOperatorMayLetANameLeadInside(String inside) throws Exception {
        try (var stub = StubDocs.answering(200, "{\"error\":0,\"version\":\"9.3\"}")) {
            var names = new OutsideNames(List.of("", inside, "elsewhere.example"));
            assertThat(StubDocs.port(StubDocs.PATIENCE, names).version(named(stub)))
                    .isEqualTo("9.3");
        }
    }

    private static DocsServer named(StubDocs stub) {
        var address = URI.create(stub.url("").replace("127.0.0.1", "localhost"));
        return new DocsServer(address, address, new Secret("secret"), "Authorization");
    }
}
