package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** The conversion service: always HTTP 200, the error in the body; results are kept by key and format alone. */
final class ConverterEndpoint implements Endpoint {

    private static final int CONVERSION = -3;
    private static final int DOWNLOAD = -4;
    private static final int PARAMETERS = -7;
    private static final int TOKEN = -8;
    private static final int SIZE = -10;

    private final Tokens tokens;
    private final Downloads downloads;
    private final Conversion conversion;
    private final Results results;
    private final Map<String, Path> done = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    ConverterEndpoint(Tokens tokens, Downloads downloads, Conversion conversion, Results results) {
        this.tokens = tokens;
        this.downloads = downloads;
        this.conversion = conversion;
        this.results = results;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        ObjectNode answer;
        try {
            answer = convert(tokens.inbound(exchange.json(), exchange.header(tokens.headerName())), exchange.base());
        } catch (JwtException e) {
            answer = error(TOKEN);
        } catch (DownloadFailedException e) {
            answer = error(e.tooLarge() ? SIZE : DOWNLOAD);
        }
        if (wantsXml(exchange)) {
            exchange.answer(200, "text/xml; charset=utf-8", Xml.fileResult(answer));
        } else {
            exchange.json(answer);
        }
    }

    private static boolean wantsXml(Exchange exchange) {
        String header = exchange.header("Accept");
        String accept = header == null ? "" : header;
        return exchange.path().equals("/ConvertService.ashx")
                ? !accept.contains("application/json")
                : accept.contains("xml") && !accept.contains("application/json");
    }

    private ObjectNode convert(ObjectNode params, String base) throws IOException, DownloadFailedException {
        String key = params.path("key").asString("");
        String type = params.path("outputtype").asString("");
        String url = params.path("url").asString("");
        String from = params.path("filetype").asString("");
        if (!OpenCheck.isKey(key) || !Conversion.knows(type) || url.isEmpty() || from.isEmpty()) {
            return error(PARAMETERS);
        }
        String id = "conv_" + key + "_" + type;
        boolean first = running.add(id);
        if (params.path("async").asBoolean(false) && first && !done.containsKey(id)) {
            return Json.object().put("percent", 0).put("endConvert", false);
        }
        Path file = done.get(id);
        if (file == null) {
            Path made = conversion.convert(downloads.fetch(url, key), from, type);
            if (made == null) {
                return error(CONVERSION);
            }
            file = made;
            done.put(id, made);
        }
        return finished(base, id, file, params.path("title").asString(""), type);
    }

    private ObjectNode finished(String base, String id, Path file, String title, String type) {
        String cleaned = title.replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N} ._-]", "");
        String name = (cleaned.isBlank() ? "output" : cleaned).replace(' ', '_') + "." + type;
        return Json.object()
                .put("fileUrl", results.publish(base, id, file, name))
                .put("fileType", type)
                .put("percent", 100)
                .put("endConvert", true);
    }

    private static ObjectNode error(int code) {
        return Json.object().put("error", code);
    }

    void clear() {
        done.clear();
        running.clear();
    }
}
