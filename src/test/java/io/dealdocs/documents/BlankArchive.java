package io.dealdocs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.ContentSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** An office document taken apart: each part as XML, and the rules that every such archive must keep. */
final class BlankArchive {

    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    final Map<String, Document> parts = new LinkedHashMap<>();

    BlankArchive(ContentSource content) throws IOException {
        try (var zip = new ZipInputStream(content.open())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(parts.put(entry.getName(), parsed(entry.getName(), zip.readAllBytes())))
                        .as("doubled " + entry.getName())
                        .isNull();
            }
        }
    }

    private static Document parsed(String name, byte[] bytes) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(name + " is not well-formed", e);
        }
    }

    void keepsTheRules() {
        assertThat(parts.keySet()).first().isEqualTo(TYPES);
        parts.forEach((name, part) ->
                assertThat(part.getDocumentElement().getTextContent()).as(name).doesNotContain("$"));
        everyPartHasAType();
        parts.keySet().stream().filter(name -> name.endsWith(".rels")).forEach(this::everyTargetIsThere);
        everyReferenceIsKnown();
    }

    private void everyPartHasAType() {
        var overrides = elements(TYPES, "Override").stream()
                .map(override -> override.getAttribute("PartName").substring(1))
                .toList();
        assertThat(overrides).doesNotHaveDuplicates();
        assertThat(parts.keySet().stream().filter(name -> !name.equals(TYPES) && !name.endsWith(".rels")))
                .containsExactlyInAnyOrderElementsOf(overrides);
        assertThat(elements(TYPES, "Default").stream().map(type -> type.getAttribute("Extension")))
                .contains("rels", "xml");
    }

    private void everyTargetIsThere(String rels) {
        var base = URI.create("/" + rels.replace("_rels/", "").replace(".rels", ""));
        var ids = new ArrayList<String>();
        for (var relationship : elements(rels, "Relationship")) {
            ids.add(relationship.getAttribute("Id"));
            var target =
                    base.resolve(relationship.getAttribute("Target")).getPath().substring(1);
            assertThat(parts).as(rels).containsKey(target);
            assertThat(typeOf(target)).as(target).isEqualTo(typeFor(relationship.getAttribute("Type")));
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    private String typeOf(String part) {
        return elements(TYPES, "Override").stream()
                .filter(override -> override.getAttribute("PartName").equals("/" + part))
                .map(override -> kind(override.getAttribute("ContentType")))
                .findFirst()
                .orElseThrow();
    }

    private static String kind(String contentType) {
        return contentType.substring(contentType.lastIndexOf('.') + 1).replace("+xml", "");
    }

    private static String typeFor(String relationship) {
        var last = relationship.substring(relationship.lastIndexOf('/') + 1);
        return last.equals("officeDocument") ? "main" : last;
    }

    private void everyReferenceIsKnown() {
        parts.forEach((name, part) -> elements(name, "*").stream()
                .map(element -> element.getAttributeNS(RELATIONSHIPS, "id"))
                .filter(id -> !id.isEmpty())
                .forEach(id -> assertThat(ids(name)).as(name).contains(id)));
    }

    private List<String> ids(String part) {
        var slash = part.lastIndexOf('/') + 1;
        var rels = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        return elements(rels, "Relationship").stream()
                .map(relationship -> relationship.getAttribute("Id"))
                .toList();
    }

    List<Element> elements(String part, String localName) {
        var nodes = Objects.requireNonNull(parts.get(part), part).getElementsByTagNameNS("*", localName);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The value of an attribute, whatever its namespace, of the first element of that name. */
    String attribute(String part, String element, String attribute) {
        var attributes = elements(part, element).getFirst().getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            if (attributes.item(i).getLocalName().equals(attribute)) {
                return attributes.item(i).getNodeValue();
            }
        }
        return "";
    }
}
