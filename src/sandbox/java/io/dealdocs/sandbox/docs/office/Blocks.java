package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Paragraphs in reading order; new ones find their place among them. */
final class Blocks {

    private final List<Block> list;

    Blocks(List<Block> list) {
        this.list = new ArrayList<>(list);
    }

    Blocks copy() {
        return new Blocks(list.stream().map(Block::copy).toList());
    }

    boolean has(String id) {
        return indexOf(id) >= 0;
    }

    void text(Change change) {
        list.get(known(change.block())).apply(change);
    }

    /** Puts a new paragraph behind the one it names, or at the end. */
    void add(Change change) {
        if (has(change.block())) {
            text(change);
            return;
        }
        int at = change.after().isEmpty() ? list.size() : known(change.after()) + 1;
        list.add(at, Block.added(change));
    }

    /** The id before this one, empty for the first. */
    String before(String id) {
        int at = indexOf(id);
        return at > 0 ? list.get(at - 1).id() : "";
    }

    List<Block> all() {
        return list;
    }

    Stream<Line> lines(int group, int from, int count) {
        return list.stream().skip(from).limit(count).map(block -> block.line(group));
    }

    int size() {
        return list.size();
    }

    /** The new paragraphs that stand right behind the block at this index. */
    List<Block> addedAfter(int index) {
        return list.stream().skip(index + 1L).takeWhile(Block::added).toList();
    }

    private int known(String id) {
        int at = indexOf(id);
        if (at < 0) {
            throw new UnknownBlockException(id);
        }
        return at;
    }

    private int indexOf(String id) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
