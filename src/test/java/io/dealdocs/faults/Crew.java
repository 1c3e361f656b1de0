package io.dealdocs.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** People with a document each: they open it, type, save, and leave, all at once. */
final class Crew {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final int LARGE = 4;

    private final World world;
    private final Random random;
    private final List<Paper> papers = new CopyOnWriteArrayList<>();
    private final AtomicInteger lastText = new AtomicInteger();
    private int made;

    Crew(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** Files that lie in the deal become documents with somebody before each; some are large. */
    void gather(int count) {
        for (int i = 0; i < count; i++) {
            papers.add(fresh(i < LARGE));
        }
    }

    private Paper fresh(boolean large) {
        int number = ++made;
        String name = "Paper-" + number + ".docx";
        long user = number % 3 == 0 ? World.BEN : World.ADA;
        long file = world.pipedrive()
                .ask(
                        "add",
                        Map.of("deal", World.DEAL, "user", user, "name", name),
                        Paper.content(new Random(random.nextLong()), large))
                .asLong();
        String id = world.node()
                .ask("import", Map.of("user", user, "deal", World.DEAL, "file", file))
                .asString();
        return new Paper(name, id, user);
    }

    List<Paper> papers() {
        return List.copyOf(papers);
    }

    /** Everybody opens the own document and types something nobody ever typed. */
    void openAndType() {
        openAndType(papers());
    }

    void openAndType(Collection<Paper> some) {
        all(some, paper -> type(open(paper) ? paper : inPlaceOf(paper)));
    }

    /** A document that was ruined stays in the deal, but nobody writes in it any more. */
    private synchronized Paper inPlaceOf(Paper ruined) {
        Paper fresh = fresh(false);
        papers.set(papers.indexOf(ruined), fresh);
        if (!open(fresh)) {
            throw new IllegalStateException("neither " + ruined + " nor " + fresh + " opens");
        }
        return fresh;
    }

    private void type(Paper paper) {
        String text =
                "text-" + lastText.incrementAndGet() + "-of-" + paper.name().replace(".docx", "");
        world.docs().ask("type", Map.of("editor", editor(paper), "text", text));
        paper.typed(text);
    }

    private static String editor(Paper paper) {
        String editor = paper.editor();
        if (editor == null) {
            throw new IllegalStateException(paper + " is not open");
        }
        return editor;
    }

    /** A Docs server may still be busy with the session before; a person tries again. */
    private boolean open(Paper paper) {
        return Patience.until(PATIENCE, POLL, () -> tryToOpen(paper));
    }

    private boolean tryToOpen(Paper paper) {
        try {
            byte[] config = launch(paper);
            JsonNode answer = world.docs().ask("open", Map.of(), config);
            if (answer.has("refused")) {
                return false;
            }
            paper.opened(
                    answer.path("editor").asString(),
                    JSON.readTree(config).path("document").path("key").asString());
            return true;
        } catch (Remote.Failed | Remote.Away trouble) {
            return false;
        }
    }

    private byte[] launch(Paper paper) {
        return JSON.writeValueAsBytes(world.node().ask("launch", Map.of("user", paper.user(), "document", paper.id())));
    }

    /** Only opens, as far as the node. */
    void launchOnly(Paper paper) {
        launch(paper);
    }

    void forceSaveAll() {
        all(open(), paper -> world.docs().ask("force-save", Map.of("editor", editor(paper))));
    }

    void closeAll() {
        all(open(), paper -> {
            String editor = paper.leave();
            if (editor != null) {
                world.docs().ask("close", Map.of("editor", editor));
            }
        });
    }

    private List<Paper> open() {
        return papers.stream().filter(paper -> paper.editor() != null).toList();
    }

    /** The Docs server died: what it had not handed over is gone with it, and nobody is in it. */
    void docsDied(Book book) {
        for (Paper paper : papers) {
            boolean open = paper.leave() != null;
            if (open || !book.ended(paper.key())) {
                paper.forgetLast();
            }
        }
    }

    private static void all(Collection<Paper> papers, Consumer<Paper> work) {
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            papers.forEach(paper -> done.add(everybody.submit(() -> work.accept(paper))));
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
