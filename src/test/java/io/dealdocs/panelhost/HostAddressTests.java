package io.dealdocs.panelhost;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host wrote into the address. */
class HostAddressTests {

    private static HostAddress of(String query) {
        return HostAddress.of(QueryParameters.fromString(query));
    }

    @Test
    void readsWhatAPanelGets() {
        HostAddress address =
                of("resource=deal&view=details&userId=1&companyId=2&selectedIds=3&token=t&id=r&theme=dark");

        assertThat(address.hosted()).isTrue();
        assertThat(address.token()).isEqualTo("t");
        assertThat(address.dark()).isTrue();
        assertThat(address.deal()).hasValue(3);
    }

    @Test
    void knowsAPageWithoutAHost() {
        HostAddress address = of("");

        assertThat(address.hosted()).isFalse();
        assertThat(address.token()).isNull();
        assertThat(address.dark()).isFalse();
        assertThat(address.deal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource=deal&selectedIds=1,9",
                "resource=person&selectedIds=3",
                "resource=deal&selectedIds=-3",
                "resource=deal&selectedIds=0",
                "resource=deal&selectedIds=99999999999999999999",
                "selectedIds=3",
                "data={\"deal\":\"x\"}"
            })
    void findsNoDealWhereThereIsNotExactlyOne(String query) {
        assertThat(of(query).deal()).isEmpty();
    }

    @Test
    void takesTheDealFromThePageThatOpenedTheModal() {
        assertThat(of("data=%7B%22deal%22:%2217%22%7D&id=r").deal()).hasValue(17);
    }

    @Test
    void takesAnEmptyTokenForNone() {
        assertThat(of("token=&id=").token()).isNull();
        assertThat(of("token=&id=").hosted()).isFalse();
    }
}
