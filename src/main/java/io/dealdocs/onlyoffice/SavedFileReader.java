package io.dealdocs.onlyoffice;

import static io.dealdocs.onlyoffice.CallbackReader.elements;
import static io.dealdocs.onlyoffice.CallbackReader.text;
import static io.dealdocs.onlyoffice.CallbackReader.texts;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads the file that a callback hands over, where there is an address to fetch it from. */
final class SavedFileReader {

    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,10}");

    private SavedFileReader() {}

    static Optional<SavedFile> read(JsonNode claims) {
        return address(claims.get("url")).map(url -> file(url, claims));
    }

    private static SavedFile file(URI url, JsonNode claims) {
        var history = claims.path("history");
        var changes = history.path("changes");
        return new SavedFile(
                url,
                fileType(claims, url),
                address(claims.get("changesurl")),
                text(history.get("serverVersion")),
                elements(changes).isEmpty() ? Optional.empty() : Optional.of(changes.toString()),
                lastAuthor(claims, changes),
                time(claims.get("lastsave")),
                claims.path("notmodified").isBoolean()
                        && claims.path("notmodified").booleanValue());
    }

    private static Optional<String> lastAuthor(JsonNode claims, JsonNode changes) {
        return texts(claims.get("users")).stream().findFirst().or(() -> {
            var all = elements(changes);
            var last = all.isEmpty() ? MissingNode.getInstance() : all.getLast();
            return text(last.path("user").get("id"));
        });
    }

    // Servers before 7.0 do not tell the type; then the address has it.
    private static String fileType(JsonNode claims, URI url) {
        return text(claims.get("filetype"))
                .flatMap(SavedFileReader::extension)
                .or(() -> fileType(url))
                .orElse("");
    }

    /** The extension of the file at an address. */
    static Optional<String> fileType(URI url) {
        return extension(url.getPath().substring(url.getPath().lastIndexOf('.') + 1));
    }

    private static Optional<String> extension(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT))
                .filter(lower -> EXTENSION.matcher(lower).matches());
    }

    /** A whole address, or nothing where the claim is none. */
    static Optional<URI> address(@Nullable JsonNode node) {
        return text(node).flatMap(SavedFileReader::parsed).filter(uri -> uri.getHost() != null);
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(@Nullable JsonNode node) {
        try {
            return text(node).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
