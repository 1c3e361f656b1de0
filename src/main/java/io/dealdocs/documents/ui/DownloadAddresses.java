package io.dealdocs.documents.ui;

import io.dealdocs.access.Capabilities;
import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Addresses for downloads that need no cookie, since a link that the host opens reaches us without the panel's. Each is
 * good for two minutes; rights are asked for again when it is used.
 */
@Component
class DownloadAddresses {

    static final String PATH = "/downloads/";
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final Capabilities capabilities;

    DownloadAddresses(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** The address, below the application's own, under which the download can be fetched. */
    String of(Download download) {
        Map<String, String> claims = Map.of(
                "company", download.member().company().toString(),
                "user", download.member().user().toString(),
                "deal", download.deal().toString(),
                "ref", download.ref().value(),
                "version", String.valueOf(download.version()),
                "name", download.name(),
                "language", download.locale().toLanguageTag());
        return PATH + capabilities.issue(Capabilities.Purpose.DOWNLOAD, claims, Optional.of(LIFE));
    }

    /** What the last part of an address is good for, while it is. */
    Optional<Download> find(String capability) {
        return capabilities
                .verify(Capabilities.Purpose.DOWNLOAD, capability)
                .map(claims -> new Download(
                        MemberId.of(number(claims, "company"), number(claims, "user")),
                        new DealId(number(claims, "deal")),
                        new DealFile.Ref(claims.getOrDefault("ref", "")),
                        version(claims),
                        claims.getOrDefault("name", ""),
                        Locale.forLanguageTag(claims.getOrDefault("language", ""))));
    }

    // Addresses that were issued before versions could be downloaded name none.
    private static int version(Map<String, String> claims) {
        return Integer.parseInt(claims.getOrDefault("version", String.valueOf(Download.NEWEST)));
    }

    private static long number(Map<String, String> claims, String name) {
        return Long.parseLong(claims.getOrDefault(name, ""));
    }
}
