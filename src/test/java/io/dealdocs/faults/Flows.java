package io.dealdocs.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Leads the application to a named point: each flow is set going by what people or the outside do. */
final class Flows {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);
    // These flows need a document that nobody has open.
    private static final List<String> NEED_ONE = List.of("open", "restore", "copy");
    private static final int EVERY_TRY = 4;

    private final World world;
    private final Crew crew;
    private final Random random;
    private int made;

    Flows(Stage stage) {
        this.world = stage.world();
        this.crew = stage.crew();
        this.random = stage.random();
    }

    /** Before the point is armed: people have typed, and what the flow needs is there. */
    Runnable prepare(Point point) {
        String flow = point.flow();
        List<Paper> papers = crew.papers();
        int others = NEED_ONE.contains(flow) ? 1 : 0;
        String free = papers.getFirst().id();
        crew.openAndType(papers.subList(others, papers.size()));
        String name = "Made-" + ++made + "-" + flow;
        return switch (flow) {
            case "create" -> () -> ask("create", Map.of("title", name));
            case "upload" -> () -> upload(name + ".docx");
            case "import" -> importing(name + ".docx");
            case "open" -> () -> crew.launchOnly(papers.getFirst());
            case "restore", "copy" -> () -> ask(flow, Map.of("document", free));
            case "delete" -> deleting(name + ".docx");
            case "forgotten" ->
                () -> {
                    loseCallbacks();
                    crew.closeAll();
                };
            case "force-save" -> crew::forceSaveAll;
            case "token" ->
                () -> {
                    world.pipedrive().ask("expire-tokens", Map.of());
                    crew.closeAll();
                };
            case "uninstall" -> () -> world.pipedrive().ask("uninstall", Map.of("user", World.BEN));
            case "lost-answer" ->
                () -> {
                    loseAnswers();
                    crew.closeAll();
                };
            default -> crew::closeAll;
        };
    }

    private void loseAnswers() {
        world.pipedrive().ask("fault", Map.of("kind", "lost", "operation", "POST /files", "times", 3, "value", 0));
    }

    // Until the Docs server gives up and keeps them itself.
    private void loseCallbacks() {
        for (Paper paper : crew.papers()) {
            world.docs()
                    .ask(
                            "fault",
                            Map.of(
                                    "name",
                                    "CALLBACK_LOST",
                                    "key",
                                    paper.key(),
                                    "status",
                                    2,
                                    "times",
                                    EVERY_TRY,
                                    "millis",
                                    0));
        }
    }

    private Runnable deleting(String name) {
        String document = upload(name);
        boolean published = Patience.until(
                PATIENCE,
                POLL,
                () -> world.pipedrive()
                        .ask("files", Map.of("deal", World.DEAL))
                        .findValuesAsString("name")
                        .contains(name));
        if (!published) {
            throw new IllegalStateException(name + " does not come to Pipedrive");
        }
        return () -> ask("delete", Map.of("document", document));
    }

    private Runnable importing(String name) {
        byte[] content = Paper.content(new Random(random.nextLong()), true);
        long file = world.pipedrive()
                .ask("add", Map.of("deal", World.DEAL, "user", World.ADA, "name", name), content)
                .asLong();
        return () -> ask("import", Map.of("file", file));
    }

    private String upload(String name) {
        byte[] content = Paper.content(new Random(random.nextLong()), true);
        return world.node()
                .ask("upload", Map.of("user", World.ADA, "deal", World.DEAL, "name", name), content)
                .asString();
    }

    private void ask(String deed, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("user", World.ADA);
        values.put("deal", World.DEAL);
        world.node().ask(deed, values);
    }

    /** Sets the flow going and waits until somebody is held at the point; everybody else is leaving by then. */
    boolean reach(Point point, Runnable flow) {
        Node node = world.node();
        node.arm(point);
        Thread going = Thread.startVirtualThread(() -> quietly(flow));
        boolean reached = node.reached(LONGEST);
        Thread.startVirtualThread(() -> quietly(crew::closeAll));
        if (!reached) {
            join(going);
        }
        return reached;
    }

    // It dies with the node, or is refused by a database that is away: that is the point of it.
    private static @Nullable Void quietly(Runnable flow) {
        try {
            flow.run();
        } catch (Remote.Away | Remote.Failed | IllegalStateException cut) {
            return null;
        }
        return null;
    }

    // Until it works, as a person clicks again.
    private static void again(Runnable flow) {
        boolean done = Patience.until(PATIENCE, POLL, () -> {
            try {
                flow.run();
                return true;
            } catch (Remote.Away | Remote.Failed notYet) {
                return false;
            }
        });
        if (!done) {
            throw new IllegalStateException("it does not work again");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(LONGEST);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** After the fault: what a person would do again, and who has to be invited again. */
    void mend(Point point, Runnable flow) {
        switch (point.flow()) {
            case "import" -> again(flow);
            case "delete" -> quietly(flow);
            case "uninstall" -> world.connect(World.BEN);
            case "lost-answer" -> world.pipedrive().ask("clear", Map.of());
            default -> {}
        }
        crew.closeAll();
    }
}
