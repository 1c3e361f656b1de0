package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Fetches documents from where the config says they are: three tries, with the signed address in a header. */
final class Downloads {

    private static final int TRIES = 3;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final World world;
    private final Tokens tokens;
    private final HttpClient http;

    Downloads(World world, Tokens tokens, HttpClient http) {
        this.world = world;
        this.tokens = tokens;
        this.http = http;
    }

    /** The document in a file of its own. */
    Path fetch(String url, String key) throws DownloadFailedException {
        DownloadFailedException failure = new DownloadFailedException("not tried", false);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return once(url, key);
            } catch (HttpTimeoutException e) {
                throw new DownloadFailedException("timed out", false);
            } catch (IOException | IllegalArgumentException e) {
                failure = new DownloadFailedException(e.toString(), false);
            }
            if (attempt < TRIES && !Timers.pause(world.settings().now().retryPause())) {
                break;
            }
        }
        throw failure;
    }

    private Path once(String url, String key) throws IOException, DownloadFailedException {
        if (world.faults().happens(FaultName.DOWNLOAD_FAILS, key)) {
            throw new IOException("told to fail");
        }
        try {
            HttpResponse<InputStream> response = http.send(request(url), HttpResponse.BodyHandlers.ofInputStream());
            log(url, response.statusCode());
            try (InputStream body = decoded(response)) {
                if (response.statusCode() != 200 && response.statusCode() != 206) {
                    throw new IOException("status " + response.statusCode());
                }
                return store(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private HttpRequest request(String url) {
        String token = tokens.wrapped(Json.object().put("url", url));
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("Accept", "application/json, text/plain, */*")
                .header("User-Agent", "Node.js/6.13")
                .header("Accept-Encoding", "gzip, compress, deflate, br")
                .header(tokens.headerName(), tokens.headerValue(token))
                .build();
    }

    private static InputStream decoded(HttpResponse<InputStream> response) throws IOException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("");
        return switch (encoding) {
            case "", "identity" -> response.body();
            case "gzip" -> new GZIPInputStream(response.body());
            case "deflate" -> new InflaterInputStream(response.body());
            default -> throw new IOException("cannot read " + encoding);
        };
    }

    private Path store(InputStream body) throws IOException, DownloadFailedException {
        Path file = Files.createTempFile(world.folder(), "source", ".bin");
        long limit = world.settings().now().maxDownloadBytes();
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[16 * 1024];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new DownloadFailedException("larger than " + limit + " bytes", true);
                }
                out.write(buffer, 0, read);
            }
        }
        return file;
    }

    private void log(String url, int status) {
        world.requests()
                .add(new LoggedRequest(world.clock().instant(), false, "GET", url, tokens.headerName(), "", status));
    }
}
