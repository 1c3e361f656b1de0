package io.dealdocs.sandbox.docs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The old form of a conversion's answer. */
final class Xml {

    private static final Map<String, String> NAMES = Map.of(
            "error",
            "Error",
            "fileUrl",
            "FileUrl",
            "fileType",
            "FileType",
            "percent",
            "Percent",
            "endConvert",
            "EndConvert");

    private Xml() {}

    static byte[] fileResult(ObjectNode answer) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><FileResult>");
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            String name = NAMES.getOrDefault(field.getKey(), field.getKey());
            String value = field.getValue().asString("").replace("&", "&amp;").replace("<", "&lt;");
            out.append('<')
                    .append(name)
                    .append('>')
                    .append(value)
                    .append("</")
                    .append(name)
                    .append('>');
        }
        return out.append("</FileResult>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
