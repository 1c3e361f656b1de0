package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A presentation: slides with the paragraphs of their shapes and tables. */
final class DeckContent implements Content {

    private final List<Slide> slides;

    private DeckContent(List<Slide> slides) {
        this.slides = slides;
    }

    static DeckContent read(OfficePackage office, String main, String xml) throws IOException {
        Relations relations = Relations.of(office, main);
        List<Slide> found = new ArrayList<>();
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            if (cursor.local().equals("sldId") && cursor.kind() != XmlCursor.Kind.END) {
                String part = relations.byId(relationId(cursor));
                found.add(Slide.read(found.size() + 1, part, office.text(part)));
            }
        }
        return new DeckContent(found);
    }

    static String relationId(XmlCursor cursor) {
        String usual = cursor.attribute("r:id");
        return usual == null ? cursor.raw().replaceAll("(?s).*\\s\\w+:id=\"([^\"]*)\".*", "$1") : usual;
    }

    @Override
    public String kind() {
        return "slide";
    }

    @Override
    public boolean editable() {
        return true;
    }

    @Override
    public void apply(Change change) {
        switch (change.kind()) {
            case TEXT -> slide(change.block()).text(change);
            case ADD -> slide(change.after()).add(change);
            case COMMENT -> {}
        }
    }

    @Override
    public String before(String block) {
        return slide(block).before(block);
    }

    private Slide slide(String id) {
        return slides.stream()
                .filter(slide -> slide.has(id))
                .findFirst()
                .orElseThrow(() -> new UnknownBlockException(id));
    }

    @Override
    public Page page(int group, int from, int count) {
        List<String> names = IntStream.rangeClosed(1, slides.size())
                .mapToObj(n -> "Slide " + n)
                .toList();
        List<Line> lines =
                slides.stream().skip(from).limit(count).flatMap(Slide::lines).toList();
        return new Page(kind(), names, 0, from, slides.size(), 0, lines);
    }

    @Override
    public Revision freeze() {
        List<Slide> frozen =
                slides.stream().filter(Slide::changed).map(Slide::copy).toList();
        return (source, out) -> write(source, frozen, out);
    }

    private static void write(Path source, List<Slide> changed, OutputStream out) throws IOException {
        try (OfficePackage office = new OfficePackage(source)) {
            Map<String, String> parts = new LinkedHashMap<>();
            for (Slide slide : changed) {
                parts.put(slide.part(), slide.write(office.text(slide.part())));
            }
            office.rewrite(parts, out);
        }
    }
}
