package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements at places of a text, made all at once. */
final class XmlPatch {

    private record Cut(int from, int to, String with) {}

    private final String xml;
    private final List<Cut> cuts = new ArrayList<>();

    XmlPatch(String xml) {
        this.xml = xml;
    }

    void replace(int from, int to, String with) {
        cuts.add(new Cut(from, to, with));
    }

    void insert(int at, String with) {
        replace(at, at, with);
    }

    String apply() {
        cuts.sort(Comparator.comparingInt(Cut::from).thenComparingInt(Cut::to));
        StringBuilder out = new StringBuilder(xml.length() + 256);
        int at = 0;
        for (Cut cut : cuts) {
            out.append(xml, at, cut.from()).append(cut.with());
            at = cut.to();
        }
        return out.append(xml, at, xml.length()).toString();
    }
}
