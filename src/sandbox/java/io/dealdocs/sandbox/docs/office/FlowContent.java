package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text document: its paragraphs, tables' included, in reading order; text boxes stay as they are. */
final class FlowContent implements Content {

    private final String part;
    private final Blocks blocks;

    private FlowContent(String part, Blocks blocks) {
        this.part = part;
        this.blocks = blocks;
    }

    static FlowContent read(String part, String xml) {
        Grammar grammar = Grammar.word(xml);
        List<Block> found = new ArrayList<>();
        for (Range range : FlowXml.paragraphs(xml, grammar)) {
            String paragraph = range.of(xml);
            found.add(Block.existing(
                    "p" + found.size(),
                    FlowXml.role(paragraph, grammar),
                    ParagraphXml.of(paragraph, grammar).text()));
        }
        return new FlowContent(part, new Blocks(found));
    }

    @Override
    public String kind() {
        return "word";
    }

    @Override
    public boolean editable() {
        return true;
    }

    @Override
    public void apply(Change change) {
        switch (change.kind()) {
            case TEXT -> blocks.text(change);
            case ADD -> blocks.add(change);
            case COMMENT -> {}
        }
    }

    @Override
    public String before(String block) {
        return blocks.before(block);
    }

    @Override
    public Page page(int group, int from, int count) {
        return new Page(
                kind(),
                List.of(),
                0,
                from,
                blocks.size(),
                0,
                blocks.lines(0, from, count).toList());
    }

    @Override
    public Revision freeze() {
        Blocks frozen = blocks.copy();
        return (source, out) -> write(source, frozen, out);
    }

    private void write(Path source, Blocks frozen, OutputStream out) throws IOException {
        try (OfficePackage office = new OfficePackage(source)) {
            office.rewrite(Map.of(part, FlowXml.write(office.text(part), frozen)), out);
        }
    }
}
