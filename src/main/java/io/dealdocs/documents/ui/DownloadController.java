package io.dealdocs.documents.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Streams a file to the person who asked for it in the panel. */
@Controller
class DownloadController {

    private final DownloadAddresses addresses;
    private final DealDocuments documents;
    private final DocumentVersions versions;
    private final I18NProvider words;

    DownloadController(
            DownloadAddresses addresses, DealDocuments documents, DocumentVersions versions, I18NProvider words) {
        this.addresses = addresses;
        this.documents = documents;
        this.versions = versions;
        this.words = words;
    }

    @GetMapping(DownloadAddresses.PATH + "{capability}")
    void download(@PathVariable String capability, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var found = addresses.find(capability);
        if (found.isEmpty()) {
            say(response, HttpStatus.GONE, words.getTranslation("download.expired", request.getLocale()));
            return;
        }
        send(found.get(), response);
    }

    private void send(Download download, HttpServletResponse response) throws IOException {
        try {
            read(download, (content, size) -> copy(download.name(), content, size, response));
        } catch (Refusal refusal) {
            say(response, HttpStatus.CONFLICT, sentence(refusal, download.locale()));
        }
    }

    private void read(Download download, ContentSink<Long> sink) throws IOException {
        if (download.version() == Download.NEWEST) {
            documents.read(download.member(), download.deal(), download.ref(), sink);
        } else {
            DocumentId document = download.ref().document().orElseThrow(() -> new Refusal(Refusal.Reason.FILE_GONE));
            versions.read(download.member(), download.deal(), document, download.version(), sink);
        }
    }

    private static long copy(String name, InputStream content, long size, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(harmless(name), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (size >= 0) {
            response.setContentLengthLong(size);
        }
        return content.transferTo(response.getOutputStream());
    }

    // Names come from Pipedrive as well: a line's end would break the header, a turned direction hides an extension.
    private static String harmless(String name) {
        return name.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "_");
    }

    private String sentence(Refusal refusal, Locale locale) {
        return new Sentences(locale, ZoneOffset.UTC, words).of(refusal);
    }

    private static void say(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(sentence);
    }
}
