package io.dealdocs.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.i18n.I18NProvider;
import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Downloads by an address that carries its own right. */
class DownloadControllerTests {

    private final DocumentPages pages = new DocumentPages(PanelView.class, "");
    private final DownloadAddresses addresses = pages.pages.bean(DownloadAddresses.class);
    private final DownloadController controller =
            new DownloadController(addresses, pages.documents, pages.details, pages.pages.bean(I18NProvider.class));

    @AfterEach
    void close() {
        pages.close();
    }

    private MockHttpServletResponse fetch(String address) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addPreferredLocale(Locale.of("pt", "BR"));
        controller.download(address.substring(DownloadAddresses.PATH.length()), request, response);
        return response;
    }

    private String address() {
        return addresses.of(new Download(
                MemberId.of(7, 1),
                FakeDealDocuments.DEAL,
                new DealFile.Ref("d1"),
                Download.NEWEST,
                "Größe \"ü\".docx",
                Locale.ENGLISH));
    }

    @Test
    void streamsTheFileWithTheRightsOfWhoAsked() throws IOException {
        MockHttpServletResponse response = fetch(address());

        assertThat(pages.documents.done).containsExactly("read 7:1 3 d1");
        assertThat(response.getContentAsString()).isEqualTo("content");
        assertThat(response.getContentLength()).isEqualTo(7);
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22%C3%BC%22.docx");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void refusesAnAddressThatWeDidNotIssue() throws IOException {
        String address = address();

        MockHttpServletResponse response = fetch(address.substring(0, address.length() - 2) + "AA");

        assertThat(response.getStatus()).isEqualTo(410);
        assertThat(response.getContentAsString())
                .isEqualTo("Este link de download expirou. Clique de novo no ícone de download no negócio.");
        assertThat(pages.documents.done).isEmpty();
    }

    @Test
    void tellsARefusalInThePersonsWords() throws IOException {
        pages.documents.refuse(Refusal.Reason.FILE_GONE);

        MockHttpServletResponse response = fetch(address());

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).isEqualTo("This file was deleted meanwhile. Reload the list.");
    }
}
