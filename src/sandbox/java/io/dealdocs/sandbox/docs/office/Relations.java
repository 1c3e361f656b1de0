package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the relations of a part lead to, by id. */
final class Relations {

    private final Map<String, String> byId = new LinkedHashMap<>();
    private final Map<String, String> byType = new LinkedHashMap<>();

    static Relations of(OfficePackage office, String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Relations relations = new Relations();
        XmlCursor cursor = new XmlCursor(office.text(folder + "_rels/" + part.substring(slash + 1) + ".rels"));
        while (cursor.next()) {
            if (cursor.local().equals("Relationship") && cursor.kind() != XmlCursor.Kind.END) {
                String target = resolve(folder, cursor.attribute("Target", ""));
                String type = cursor.attribute("Type", "");
                relations.byId.put(cursor.attribute("Id", ""), target);
                relations.byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
            }
        }
        return relations;
    }

    /** The part behind an id, empty if there is none. */
    String byId(String id) {
        return byId.getOrDefault(id, "");
    }

    /** The first part of a type, named by the last word of the type's address. */
    String byType(String type) {
        return byType.getOrDefault(type, "");
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String path = folder + target;
        while (path.contains("/../")) {
            path = path.replaceFirst("[^/]+/\\.\\./", "");
        }
        return path;
    }
}
