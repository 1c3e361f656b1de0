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
import java.util.UUID;
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
        Panel[] panel = new Panel[1];
        within(report, "quota.panel", PANEL, () -> panel[0] = opened(GUS, DEAL, SEEDED));
        report.within("quota.panel.idle", tokens(GUS, () -> panel[0].stay(idle)), "tokens", 0);
        panel[0].close();
    }

    void largePanel(Report report) {
        pipedrive.forgetRequests();
        opened(ADA, DEAL_OF_130, "Archive 001.txt").close();
        int tokens = sum(request -> request.path().contains("/deals/" + DEAL_OF_130));
        report.within("quota.panel.130", tokens, "tokens", PANEL + FURTHER_HUNDRED);
    }

    /** Opens an editor from the panel, and again. */
    void editor(Report report) {
        String name = added();
        Panel panel = opened(GUS, DEAL, name);
        within(report, "quota.editor.first", FIRST_OPENING, () -> read(panel.open(name)));
        within(report, "quota.editor.later", LATER_OPENING, () -> read(panel.open(name)));
        panel.close();
    }

    void publish(Report report) {
        published(report, "quota.publish", PUBLISH, () -> {});
    }

    /** Pipedrive has misread the name of what was uploaded. */
    void publishWithNameRepair(Report report) {
        pipedrive.faults().set(Switch.MANGLES_FILE_NAMES, true);
        published(report, "quota.publish.name", WITH_NAME_REPAIR, () -> {});
        pipedrive.faults().set(Switch.MANGLES_FILE_NAMES, false);
    }

    /** The file has arrived, and the answer has not. */
    void publishAfterLostAnswer(Report report) {
        pipedrive.faults().loseAnswerOfNext("POST /files", 1);
        published(report, "quota.publish.lost", AFTER_LOST_ANSWER, () -> {});
    }

    /** Nothing has arrived, but who knows: it is looked for, uploaded again, and looked for once more much later. */
    void publishAfterLostRequest(Report report) {
        pipedrive.faults().failNext("POST /files", 500, 1);
        published(report, "quota.publish.nothing", AFTER_LOST_ANSWER, this::lookLate);
    }

    private void lookLate() {
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'publish-late-look'")
                .update();
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'publish-late-look'")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private void published(Report report, String figure, int budget, Runnable after) {
        String name = added();
        long before = only(name).id();
        Panel panel = opened(GUS, DEAL, name);
        HeadlessEditor editor = edit(panel.open(name));
        editor.addParagraph("Written by Gus");
        panel.close();
        settle();
        within(report, figure, budget, () -> {
            editor.close();
            await().atMost(PATIENCE)
                    .until(() -> named(name).size() == 1 && only(name).id() != before);
            after.run();
        });
    }

    private void within(Report report, String name, int budget, Runnable path) {
        int tokens = tokens(GUS, path);
        if (tokens == 0) {
            throw new IllegalStateException(name + " has asked nothing: something else was measured");
        }
        report.within(name, tokens, "tokens", budget);
    }

    private int tokens(MemberId member, Runnable path) {
        settle();
        pipedrive.forgetRequests();
        path.run();
        settle();
        return sum(request -> request.companyId().stream()
                .anyMatch(company -> company == member.company().value()));
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
            return seen[0] == before;
        });
    }

    private Panel opened(MemberId member, DealId deal, String file) {
        String token =
                pipedrive.frameToken(member.company().value(), member.user().value());
        Panel panel = Panel.open(new Browser(), app, token, deal);
        panel.namesWith(file);
        return panel;
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
