package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Content;
import io.dealdocs.sandbox.docs.office.Contents;
import io.dealdocs.sandbox.docs.office.GridRow;
import io.dealdocs.sandbox.docs.office.Line;
import io.dealdocs.sandbox.docs.office.Page;
import io.dealdocs.sandbox.docs.office.UnreadableFileException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Turns documents into other formats just well enough to see that the right text arrives. */
final class Conversion {

    private static final Set<String> OFFICE = Set.of("docx", "xlsx", "pptx");
    private static final Set<String> KNOWN = Set.of("pdf", "txt", "png", "docx", "xlsx", "pptx", "ooxml");
    private static final int LINES = 2000;

    private final World world;

    Conversion(World world) {
        this.world = world;
    }

    static boolean knows(String outputType) {
        return KNOWN.contains(outputType);
    }

    /** The converted file, or null if this conversion is beyond the sandbox. */
    @Nullable Path convert(Path source, String from, String to) throws IOException {
        try {
            Content content = Contents.read(source, from);
            Path target = Files.createTempFile(world.folder(), "converted", "." + to);
            switch (to) {
                case "pdf" -> Files.write(target, SimplePdf.of(lines(content)));
                case "txt" -> Files.write(target, lines(content));
                case "png" -> image(target, lines(content));
                default -> {
                    return office(source, from, to, target);
                }
            }
            return target;
        } catch (UnreadableFileException e) {
            return null;
        }
    }

    private static @Nullable Path office(Path source, String from, String to, Path target) throws IOException {
        if (from.equals(to)) {
            return source;
        }
        if (OFFICE.contains(to)) {
            Contents.blank(target, to);
            return target;
        }
        return null;
    }

    private static List<String> lines(Content content) {
        Page page = content.page(0, 0, LINES);
        return page.items().stream()
                .map(item -> switch (item) {
                    case Line line -> line.text();
                    case GridRow row ->
                        row.cells().stream().map(GridRow.GridCell::text).collect(Collectors.joining("\t"));
                })
                .toList();
    }

    private static void image(Path target, List<String> lines) throws IOException {
        BufferedImage image = new BufferedImage(816, 1056, BufferedImage.TYPE_INT_RGB);
        Graphics2D page = image.createGraphics();
        page.setColor(Color.WHITE);
        page.fillRect(0, 0, image.getWidth(), image.getHeight());
        page.setColor(Color.DARK_GRAY);
        for (int i = 0; i < Math.min(lines.size(), 50); i++) {
            page.drawString(lines.get(i), 40, 50 + i * 20);
        }
        page.dispose();
        ImageIO.write(image, "png", target.toFile());
    }
}
