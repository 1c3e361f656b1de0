package io.dealdocs.faults;

import io.dealdocs.faults.Stored.Row;
import io.dealdocs.faults.Stored.VersionRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import tools.jackson.databind.JsonNode;

/**
 * What must hold after every fault: each acknowledged save reads back bit for bit, Pipedrive has exactly one file per
 * document, holding the head, no version is missing, and nothing is left to be done.
 */
final class Invariants {

    private static final Duration POLL = Duration.ofMillis(250);

    private final World world;
    private final Stored stored;
    private final Book book;
    private final Set<String> sound = new HashSet<>();
    private final Map<String, String> textsByContent = new HashMap<>();
    private final Map<String, String> whereFound = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> doubled = new HashSet<>();

    Invariants(World world) {
        this.world = world;
        this.stored = new Stored(world.database());
        this.book = new Book(world.book());
    }

    Book book() {
        return book;
    }

    int acknowledged() {
        return book.entries().size();
    }

    Set<String> lost() {
        return lost;
    }

    Set<String> doubled() {
        return doubled;
    }

    /** Waits until all holds; what does not in the end. */
    List<String> settle(Collection<Paper> papers, Duration limit) {
        List<String> problems = new ArrayList<>();
        Patience.until(limit, POLL, () -> {
            problems.clear();
            problems.addAll(look(papers));
            // Told and counted once; the next fault is judged by what it does itself.
            problems.removeIf(problem -> lost.contains(problem) || doubled.contains(problem));
            return problems.isEmpty();
        });
        return problems;
    }

    private List<String> look(Collection<Paper> papers) {
        try {
            List<Row> rows = stored.documents(World.DEAL);
            List<VersionRow> versions = stored.versions(World.DEAL);
            List<String> problems = new ArrayList<>(unsettled(rows, files()));
            problems.addAll(gaps(rows));
            problems.addAll(missing(versions));
            problems.addAll(twice(versions));
            problems.addAll(forgotten());
            if (problems.isEmpty()) {
                problems.addAll(damaged(versions));
                problems.addAll(untyped(papers, versions));
            }
            return problems;
        } catch (IllegalStateException | Remote.Away | Remote.Failed away) {
            return List.of("cannot look: " + away.getMessage());
        }
    }

    /** How many of these have something that is not in Pipedrive yet, or not known to be, or a task that is not over. */
    long inFlight(Collection<Paper> papers) {
        Set<String> settled = new HashSet<>();
        Map<Long, File> files = files();
        for (Row row : stored.documents(World.DEAL)) {
            if (unsettled(row, files).isEmpty()) {
                settled.add(row.id());
            }
        }
        settled.removeAll(stored.withTask("publish"));
        return papers.stream()
                .filter(paper -> !settled.contains(paper.id()) || !book.ended(paper.key()))
                .count();
    }

    /** A file in the deal. */
    private record File(long id, String name, String sha256) {}

    private Map<Long, File> files() {
        Map<Long, File> files = new HashMap<>();
        JsonNode list = world.pipedrive().ask("files", Map.of("deal", World.DEAL));
        list.forEach(file -> files.put(
                file.path("id").asLong(),
                new File(
                        file.path("id").asLong(),
                        file.path("name").asString(),
                        file.path("sha256").asString())));
        return files;
    }

    private List<String> unsettled(List<Row> rows, Map<Long, File> files) {
        List<String> problems = new ArrayList<>();
        rows.forEach(row -> problems.addAll(unsettled(row, files)));
        Set<Long> ours =
                rows.stream().filter(row -> !row.deleted()).map(Row::file).collect(Collectors.toSet());
        Set<String> names = rows.stream().map(Row::name).collect(Collectors.toSet());
        files.values().stream()
                .filter(file -> !ours.contains(file.id()) && names.contains(file.name()))
                .forEach(file -> problems.add("doubled: file " + file.id() + " " + file.name()));
        return problems;
    }

    private static List<String> unsettled(Row row, Map<Long, File> files) {
        List<String> problems = new ArrayList<>();
        File file = files.get(row.file());
        if (row.deleted()) {
            return row.due() > 0 || row.open() > 0 ? List.of(row.name() + " has a file to be deleted") : problems;
        }
        if (!row.attention().isEmpty()) {
            problems.add(row.name() + " needs attention: " + row.attention());
        }
        if (row.due() > 0 || row.open() > 0) {
            problems.add(row.name() + " has " + row.due() + " files to delete, " + row.open() + " open uploads");
        }
        if (file == null) {
            problems.add(row.name() + " is not in Pipedrive");
        } else if (row.head() != row.published() || !file.sha256().equals(row.sha256())) {
            problems.add(row.name() + " is not in Pipedrive as version " + row.head());
        }
        return problems;
    }

    private static List<String> gaps(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.versions() != row.newest() || row.newest() != row.lastVersion())
                .map(row -> "lost: a version of " + row.name())
                .toList();
    }

    private List<String> missing(List<VersionRow> versions) {
        Set<String> there = versions.stream()
                .map(version -> version.document() + version.sha256())
                .collect(Collectors.toSet());
        return book.entries().stream()
                .filter(entry -> !entry.sha256().equals("unknown"))
                .filter(entry -> !there.contains(entry.document() + entry.sha256()))
                .map(entry -> "lost: a save of " + entry.key())
                .distinct()
                .toList();
    }

    private static List<String> twice(List<VersionRow> versions) {
        Set<String> seen = new HashSet<>();
        return versions.stream()
                .filter(version -> !version.session().isEmpty())
                .filter(version -> !seen.add(version.session() + version.sha256() + version.origin()))
                .map(version -> "doubled: version " + version.number() + " of " + version.document())
                .toList();
    }

    private List<String> forgotten() {
        List<String> keys = new ArrayList<>();
        world.docs().ask("forgotten", Map.of()).forEach(key -> keys.add("forgotten: " + key.asString()));
        return keys;
    }

    private List<String> damaged(List<VersionRow> versions) {
        return versions.stream()
                .filter(version -> !sound.contains(version.content()))
                .filter(version -> !sound(version))
                .map(version -> "lost: version " + version.number() + " of " + version.document() + " reads otherwise")
                .toList();
    }

    private boolean sound(VersionRow version) {
        boolean same = stored.digest(version.content()).equals(version.sha256());
        if (same) {
            sound.add(version.content());
        }
        return same;
    }

    /** Forgets what was found sound, so that the next look reads everything again. */
    void trustNothing() {
        sound.clear();
        textsByContent.clear();
        whereFound.clear();
    }

    // What was typed and left must be in a version, even where its save was never acknowledged in time.
    private List<String> untyped(Collection<Paper> papers, List<VersionRow> versions) {
        List<String> problems = new ArrayList<>();
        for (Paper paper : papers) {
            List<VersionRow> own = versions.stream()
                    .filter(version -> version.document().equals(paper.id()))
                    .sorted((a, b) -> b.number() - a.number())
                    .toList();
            paper.texts().stream().filter(text -> !isIn(own, text)).forEach(text -> problems.add("lost: " + text));
        }
        return problems;
    }

    // Where it was found once it is looked for first: there are many texts in many versions.
    private boolean isIn(List<VersionRow> own, String text) {
        String before = whereFound.getOrDefault(text, "");
        if (own.stream().anyMatch(version -> version.content().equals(before))) {
            return true;
        }
        Optional<VersionRow> found =
                own.stream().filter(version -> text(version).contains(text)).findFirst();
        found.ifPresent(version -> whereFound.put(text, version.content()));
        return found.isPresent();
    }

    private String text(VersionRow version) {
        return textsByContent.computeIfAbsent(version.content(), content -> words(stored.content(content)));
    }

    private static String words(byte[] content) {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(content)))) {
            return words.getText();
        } catch (IOException | POIXMLException noDocument) {
            // What is left of a save that failed need not be a whole document.
            return "";
        }
    }

    /** Remembers for the last line what was lost or doubled. */
    void count(List<String> problems) {
        for (String problem : problems) {
            if (problem.startsWith("lost: ")) {
                lost.add(problem);
            } else if (problem.startsWith("doubled: ")) {
                doubled.add(problem);
            }
        }
    }
}
