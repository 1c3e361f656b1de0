package io.dealdocs.bench;

import static org.awaitility.Awaitility.await;

import io.dealdocs.Consent;
import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.docs.OpenRefusedException;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.RecordedRequest;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Walks the paths of the application and counts the tokens of each. */
final class Quota {

    private static final MemberId GUS = MemberId.of(PipedriveSandbox.GLOBEX, 1001);
    private static final DealId DEAL = new DealId(2);
    private static final String SEEDED = "Grid connection.docx";
    private static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    private static final DealId DEAL_OF_130 = new DealId(8);

    private static final int PANEL = 21;
    private static final int FURTHER_HUNDRED = 20;
    private static final int FIRST_OPENING = 25;
    private static final int LATER_OPENING = 5;
    private static final int PUBLISH = 20;
    private static final int WITH_NAME_REPAIR = 30;
    private static final int AFTER_LOST_ANSWER = 60;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** After so long without a request nothing is under way any more. */
    private static final Duration QUIET = Duration.ofMillis(800);

    private final URI app;
    private final PipedriveSandbox pipedrive;
    private final DocsSandbox docs;
    private final JdbcClient jdbc;

    Quota(URI app, PipedriveSandbox pipedrive, DocsSandbox docs, JdbcClient jdbc) {
        this.app = app;
        this.pipedrive = pipedrive;
        this.docs = docs;
        this.jdbc = jdbc;
        for (MemberId member : List.of(GUS, ADA)) {
            Consent.give(
                    app.toString(),
                    pipedrive,
                    member.company().value(),
                    member.user().value());
        }
    }

    /** Opens a panel, and leaves it open. */
    void panel(Report report, Duration idle) {
        AtomicReference<Panel> opened = new AtomicReference<>();
        within(report, "quota.panel", tokens(() -> opened.set(opened(GUS, DEAL, SEEDED))), PANEL);
        try (Panel panel = Objects.requireNonNull(opened.get())) {
            report.within("quota.panel.idle", tokens(() -> panel.stay(idle)), "tokens", 0);
        }
    }

    void largePanel(Report report) {
        pipedrive.forgetRequests();
        opened(ADA, DEAL_OF_130, "Archive 001.txt").close();
        int tokens = sum(request -> request.path().contains("/deals/" + DEAL_OF_130));
        within(report, "quota.panel.130", tokens, PANEL + FURTHER_HUNDRED);
    }

    /** Opens an editor from a panel that stands open already, and again. */
    void editor(Report report) {
        String name = added();
        within(report, "quota.editor.first", opening(name), FIRST_OPENING);
        within(report, "quota.editor.later", opening(name), LATER_OPENING);
    }

    private int opening(String name) {
        Panel panel = opened(GUS, DEAL, name);
        return tokens(() -> read(clicked(panel, name)));
    }

    /** What each panel that is open meanwhile costs: it reads the list again whenever something of ours changed. */
    void panelWhileSomebodyWrites(Report report) {
        String name = added();
        long before = only(name).id();
        HeadlessEditor editor = edit(clicked(opened(GUS, DEAL, name), name));
        editor.addParagraph("Written by Gus");
        try (Panel panel = opened(GUS, DEAL, name)) {
            int _ = tokens(() -> {
                editor.close();
                awaitReplaced(name, before);
                panel.stay(QUIET);
            });
            report.told("quota.panel.refresh", sum(Quota::readsTheDeal), "tokens");
        }
    }

    void publish(Report report) {
        within(report, "quota.publish", published(_ -> {}), PUBLISH);
    }

    /** Pipedrive has misread the name of what was uploaded. */
    void publishWithNameRepair(Report report) {
        pipedrive.faults().set(Switch.MANGLES_FILE_NAMES, true);
        within(report, "quota.publish.name", published(_ -> {}), WITH_NAME_REPAIR);
        pipedrive.faults().set(Switch.MANGLES_FILE_NAMES, false);
    }

    /** The file has arrived, and the answer has not. */
    void publishAfterLostAnswer(Report report) {
        pipedrive.faults().loseAnswerOfNext("POST /files", 1);
        within(report, "quota.publish.lost", published(_ -> {}), AFTER_LOST_ANSWER);
    }

    /**
     * Nothing has arrived, but nobody knows: it is looked for twice before it is uploaded again, and once more much later.
     * The three looks are 60 tokens by themselves; fewer would risk a double, so this is told and has no budget.
     */
    void publishAfterLostRequest(Report report) {
        pipedrive.faults().failNext("POST /files", 500, 1);
        report.told("quota.publish.nothing", published(this::lookLate), "tokens");
    }

    private static boolean readsTheDeal(RecordedRequest request) {
        return request.path().contains("/deals/" + DEAL);
    }

    private void lookLate(String name) {
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'publish-late-look'"
                        + " and task_instance in (select id::text from publication_attempt where name = ?)")
                .param(name)
                .update();
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'publish-late-look'"
                                        + " and task_instance in"
                                        + " (select id::text from publication_attempt where name = ?)")
                                .param(name)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /** Writes into a new document and answers what its way to Pipedrive cost. */
    private int published(Consumer<String> after) {
        String name = added();
        long before = only(name).id();
        HeadlessEditor editor = edit(clicked(opened(GUS, DEAL, name), name));
        editor.addParagraph("Written by Gus");
        return tokens(() -> {
            editor.close();
            awaitReplaced(name, before);
            after.accept(name);
        });
    }

    private void awaitReplaced(String name, long before) {
        await().atMost(PATIENCE)
                .until(() -> named(name).size() == 1 && only(name).id() != before);
    }

    private void within(Report report, String name, int tokens, int budget) {
        if (tokens == 0) {
            throw new IllegalStateException(name + " has asked nothing: something else was measured");
        }
        if (tokens > budget) {
            pipedrive.requests().stream()
                    .filter(request -> request.cost() > 0)
                    .forEach(request -> System.err.println(name + ": " + request));
        }
        report.within(name, tokens, "tokens", budget);
    }

    /** What Gus's company spends on this, until nothing is under way any more. */
    private int tokens(Runnable path) {
        settle();
        pipedrive.forgetRequests();
        path.run();
        settle();
        return sum(request -> request.companyId().stream()
                .anyMatch(company -> company == GUS.company().value()));
    }

    private int sum(Predicate<RecordedRequest> which) {
        return pipedrive.requests().stream()
                .filter(which)
                .mapToInt(RecordedRequest::cost)
                .sum();
    }

    private void settle() {
        int[] seen = {-1};
        await().atMost(PATIENCE).pollInterval(QUIET).until(() -> {
            int before = seen[0];
            seen[0] = pipedrive.requests().size();
            return seen[0] == before && !moreIsDueSoon();
        });
    }

    // What somebody wrote before may be on its way to Pipedrive just now.
    private boolean moreIsDueSoon() {
        return jdbc.sql("select exists (select 1 from scheduled_tasks where task_name in ('publish', 'delete')"
                        + " and (picked or execution_time < now() + interval '10 seconds'))")
                .query(Boolean.class)
                .single();
    }

    private Panel opened(MemberId member, DealId deal, String file) {
        String token =
                pipedrive.frameToken(member.company().value(), member.user().value());
        Panel panel = Panel.open(new Browser(), app, token, deal);
        panel.namesWith(file);
        return panel;
    }

    /** Where the editor of a file opens; the panel is left. */
    private static URI clicked(Panel panel, String name) {
        try (panel) {
            return panel.open(name);
        }
    }

    private void read(URI tab) {
        edit(tab).close();
    }

    private HeadlessEditor edit(URI tab) {
        JsonNode config = DocsReader.config(tab);
        try {
            return docs.open(config);
        } catch (OpenRefusedException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private String added() {
        String name = "Sähkö " + UUID.randomUUID() + ".docx";
        pipedrive.addFile(GUS.company().value(), DEAL.value(), GUS.user().value(), name, words());
        return name;
    }

    private static byte[] words() {
        try (XWPFDocument words = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            words.createParagraph().createRun().setText("Offer");
            words.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<SandboxFile> named(String name) {
        return pipedrive.files(GUS.company().value(), DEAL.value()).stream()
                .filter(file -> file.name().equals(name))
                .toList();
    }

    private SandboxFile only(String name) {
        return named(name).getFirst();
    }
}
