package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The paragraphs of one slide, and the lines added to it that need a text box of their own. */
final class Slide {

    private final int number;
    private final String part;
    private final int target;
    private final Blocks blocks;
    private final Blocks loose;

    private Slide(int number, String part, int target, Blocks blocks, Blocks loose) {
        this.number = number;
        this.part = part;
        this.target = target;
        this.blocks = blocks;
        this.loose = loose;
    }

    static Slide read(int number, String part, String xml) {
        SlideXml slide = SlideXml.of(xml);
        List<Block> found = new ArrayList<>();
        for (SlideXml.Spot spot : slide.spots()) {
            String text = ParagraphXml.of(spot.of(xml), slide.grammar()).text();
            found.add(Block.existing("s" + number + "p" + found.size(), spot.role(), text));
        }
        return new Slide(number, part, slide.target(), new Blocks(found), new Blocks(List.of()));
    }

    Slide copy() {
        return new Slide(number, part, target, blocks.copy(), loose.copy());
    }

    boolean has(String id) {
        return id.equals("s" + number) || blocks.has(id) || loose.has(id);
    }

    void text(Change change) {
        (loose.has(change.block()) ? loose : blocks).text(change);
    }

    void add(Change change) {
        if (loose.has(change.block()) || blocks.has(change.block())) {
            text(change);
        } else if (loose.has(change.after())) {
            loose.add(change);
        } else if (blocks.has(change.after())) {
            blocks.add(change);
        } else {
            addToSlide(change);
        }
    }

    private void addToSlide(Change change) {
        if (target < 0) {
            loose.add(behind(change, ""));
            return;
        }
        int at = index("s" + number + "p" + target);
        List<Block> run = blocks.addedAfter(at);
        blocks.add(behind(change, (run.isEmpty() ? blocks.all().get(at) : run.getLast()).id()));
    }

    private int index(String id) {
        return blocks.all().stream().map(Block::id).toList().indexOf(id);
    }

    private static Change behind(Change change, String after) {
        return new Change(
                change.kind(), change.block(), after, change.text(), change.author(), change.tracked(), change.at());
    }

    String before(String id) {
        return (loose.has(id) ? loose : blocks).before(id);
    }

    Stream<Line> lines() {
        return Stream.concat(blocks.lines(number - 1, 0, blocks.size()), loose.lines(number - 1, 0, loose.size()));
    }

    boolean changed() {
        return Stream.concat(blocks.all().stream(), loose.all().stream()).anyMatch(Block::changed);
    }

    String part() {
        return part;
    }

    /** The slide's part with everything that was changed. */
    String write(String xml) {
        SlideXml slide = SlideXml.of(xml);
        XmlPatch patch = new XmlPatch(xml);
        int paragraph = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (!blocks.all().get(i).added()) {
                SlideXml.Spot spot = slide.spots().get(paragraph);
                String now = paragraph(spot.of(xml), slide, i, paragraph == target);
                boolean same = now.equals(spot.of(xml));
                Range range = spot.range();
                patch.replace(range.from(), range.to(), same ? now : spot.before() + now + spot.after());
                paragraph++;
            }
        }
        if (loose.size() > 0) {
            TextBox.insert(patch, xml, FlowXml.created(slide.grammar(), loose.all()));
        }
        return patch.apply();
    }

    /** An empty placeholder takes the first new line itself; else that line would stand below a blank one. */
    private String paragraph(String xml, SlideXml slide, int index, boolean isTarget) {
        Block block = blocks.all().get(index);
        List<Block> added = blocks.addedAfter(index);
        if (isTarget && !added.isEmpty() && block.text().isEmpty()) {
            return FlowXml.changed(xml, slide.grammar(), added.getFirst().steps())
                    + FlowXml.created(slide.grammar(), added.subList(1, added.size()));
        }
        return FlowXml.changed(xml, slide.grammar(), block.steps()) + FlowXml.created(slide.grammar(), added);
    }
}
