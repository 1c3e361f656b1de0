package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.shared.DealId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deals, as the member may see them. */
class RestPipedriveDealsTests {

    private static final String DEAL = "GET /api/v2/deals/7";

    private final StubPipedrive stub = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);

    @AfterEach
    void stop() {
        port.close();
        stub.close();
    }

    private PipedriveDeal deal() {
        return port.deals().deal(Port.access(stub), new DealId(7));
    }

    @Test
    void readsADeal() {
        stub.onJson(DEAL, 200, Port.data("{\"id\":7,\"title\":\"Big one\",\"is_deleted\":false,\"is_archived\":true}"));

        assertThat(deal()).isEqualTo(new PipedriveDeal(new DealId(7), "Big one", false, true));
    }

    @Test
    void readsADealOfWhichLittleIsSaid() {
        stub.onJson(DEAL, 200, Port.data("{\"id\":\"7\",\"title\":null,\"is_deleted\":true}"));

        assertThat(deal()).isEqualTo(new PipedriveDeal(new DealId(7), "", true, false));
    }

    @Test
    void takesAnAbsentDealAsNotFound() {
        stub.onJson(DEAL, 404, """
                {"success":false,"error":"Entity was not found","error_info":"Object was not found.","data":null}""");

        assertThatExceptionOfType(PipedriveException.NotFound.class).isThrownBy(this::deal);
    }

    @Test
    void takesAnAnswerWithoutADealAsNotFound() {
        stub.onJson(DEAL, 200, Port.data("null"));

        assertThatExceptionOfType(PipedriveException.NotFound.class).isThrownBy(this::deal);
    }
}
