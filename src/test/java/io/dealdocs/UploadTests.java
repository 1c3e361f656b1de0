package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.TakenNames;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a browser sends to the window for new documents: each arrives once, or is told why it did not. */
class UploadTests extends PublishingRoom {

    private static final byte[] BYTES = "some bytes, ção".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final int LARGE = 5 << 20;

    private static UploadWindow window() {
        return UploadWindow.open(app(), pipedrive(), ADA, DEAL.value());
    }

    private static void awaitThere(String name) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(named(name))
                        .singleElement()
                        .satisfies(file -> assertThat(file.bytes()).isEqualTo(BYTES)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDCC8 Zahlen \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "عرض أسعار",
                "הצעת מחיר",
                "a+b & c%20d"
            })
    void aNameOfAnyScriptArrivesAsItIs(String title) {
        String name = fresh(title) + ".docx";
        assertThat(window().send(name, "1", BYTES).statusCode()).isEqualTo(200);
        awaitThere(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        .docx | 3 | no name, only an extension
        a/b.docx | 3 | Rename it
        empty.docx | 0 | This file is empty
        """)
    void aFileThatIsNotTakenIsToldItsOwnReason(String name, int size, String words) {
        HttpResponse<String> answer = window().send(name, "1", new byte[size]);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(UploadWindow.reason(answer)).contains(words);
    }

    @Test
    void aNameOf300CharactersIsToldHowLongItMayBe() {
        HttpResponse<String> answer = window().send("x".repeat(300) + ".docx", "1", BYTES);
        assertThat(UploadWindow.reason(answer)).contains("Shorten it to 190 characters");
    }

    @Test
    void theReasonComesInThePersonsLettersAndAfterTheWholeFileWasHeard() {
        // Larger than what a server drops silently before it breaks the connection off.
        UploadWindow guss = UploadWindow.open(app(), pipedrive(), GUS, 1);
        HttpResponse<String> answer = guss.send(".docx", "1", new byte[LARGE]);
        assertThat(UploadWindow.reason(answer)).contains("não tem nome, só uma extensão");
    }

    @Test
    void aDealThatIsGoneMeanwhileIsToldAndNothingIsStored() {
        UploadWindow window = window();
        String name = fresh("Orphan") + ".docx";
        pipedrive().faults().failNext("GET /deals/{id}", 404, 1);
        assertThat(UploadWindow.reason(window.send(name, "1", BYTES))).contains("deleted or merged into another one");
        assertThat(listed(name)).isEmpty();
        assertThat(window.send(name, "1", BYTES).statusCode()).isEqualTo(200);
        awaitThere(name);
    }

    @Test
    void oneFileThatFailsLeavesTheOthersGoing() {
        UploadWindow window = window();
        List<String> names = IntStream.range(0, 6)
                .mapToObj(it -> fresh("Many " + it) + ".txt")
                .toList();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(it -> CompletableFuture.supplyAsync(
                        () -> window.send(names.get(it), "m" + it, it == 3 ? new byte[0] : BYTES)
                                .statusCode()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactly(200, 200, 200, 422, 200, 200);
        names.stream().filter(name -> !name.equals(names.get(3))).forEach(UploadTests::awaitThere);
        assertThat(named(names.get(3))).isEmpty();
        assertThat(window.send(names.get(3), "m3", BYTES).statusCode()).isEqualTo(200);
        awaitThere(names.get(3));
    }

    @Test
    void aConnectionLostHalfWayLeavesNothingAndTheNextTryArrives() throws IOException {
        UploadWindow window = window();
        String name = fresh("Half").replace(' ', '-') + ".docx";
        window.breakOff(name, LARGE, new byte[LARGE / 2]);
        assertThat(window.send(name, "1", BYTES).statusCode()).isEqualTo(200);
        awaitThere(name);
        await().atMost(PATIENCE).until(() -> incomplete() == 0);
        assertThat(listed(name)).hasSize(1);
    }

    private long incomplete() {
        return jdbc.sql("select count(*) from content where not complete")
                .query(Long.class)
                .single();
    }

    @Test
    void aSecondTryOfAFileThatArrivedStoresNoDouble() {
        UploadWindow window = window();
        String name = fresh("Unheard") + ".docx";
        assertThat(window.send(name, "same", BYTES).statusCode()).isEqualTo(200);
        assertThat(window.send(name, "same", BYTES).statusCode()).isEqualTo(200);
        awaitThere(name);
        assertThat(listed(name)).hasSize(1);
    }

    @Test
    void twoFilesOfOneNameAreBothThereAndThePersonIsTold() {
        UploadWindow window = window();
        String name = fresh("Twin") + ".docx";
        window.send(name, "1", BYTES);
        assertThat(window.told()).contains("In the deal.").doesNotContain("same name");
        window.send(name, "2", BYTES);
        assertThat(window.told()).contains("where another file has the same name");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(named(name)).hasSize(2));
    }

    @Test
    void aFileThatNoEditorOpensIsPublishedByTheRuleOfTheLostAnswerAndStaysClosed() throws Exception {
        String name = fresh("Photos") + ".zip";
        byte[] bytes = Arrays.copyOf(BYTES, LARGE);
        pipedrive().faults().loseAnswerOfNext(POST, 1);
        DocumentId document = documents.upload(ADA, DEAL, name, LARGE, new ByteArrayInputStream(bytes));
        awaitPublished(document);
        SandboxFile file = only(name);
        assertThat(file.bytes()).isEqualTo(bytes);
        assertThat(outcomes(document)).containsExactly("ADOPTED");
        assertThat(listed(name))
                .singleElement()
                .satisfies(line -> assertThat(line.opening()).isEqualTo(DealFile.Opening.NONE));
        assertThat(documents.opening(name)).isEqualTo(DealFile.Opening.NONE);
        refused(Reason.FORMAT_UNSUPPORTED, () -> sessions.launch(ADA, document, false));
    }

    @Test
    void theNamesOfADealAreThoseThatPipedriveAndWeHaveAndThatTheMemberSaw() {
        String theirs = fresh("Theirs");
        String ours = fresh("Ours");
        pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, theirs + ".docx", BYTES);
        documents.list(ADA, DEAL);
        pipedrive().faults().failNext(POST, 503, 1);
        documents.create(ADA, DEAL, DocumentKind.DOCUMENT, ours);

        TakenNames names = documents.takenNames(ADA, DEAL);

        assertThat(names.free(theirs, DocumentKind.DOCUMENT)).isEqualTo(theirs + " (2)");
        assertThat(names.free(ours, DocumentKind.DOCUMENT)).isEqualTo(ours + " (2)");
        assertThat(names.free(ours, DocumentKind.SPREADSHEET)).isEqualTo(ours);
        assertThat(names.free(fresh("New"), DocumentKind.DOCUMENT)).startsWith("New");
        refused(Reason.DEAL_GONE, () -> documents.takenNames(ADA, new DealId(4711)));
    }

    @Test
    void aNumberedTitleIsNeverLongerThanANameMayBe() throws IOException {
        String longest = "\uD83D\uDC9C".repeat(185);
        TakenNames names = TakenNames.NONE.and(longest + ".docx");
        String free = names.free(longest, DocumentKind.DOCUMENT);
        assertThat(free).endsWith("\uD83D\uDC9C (2)");
        assertThat((free + ".docx").codePointCount(0, free.length() + 5)).isEqualTo(190);
        assertThat(TakenNames.NONE.and("OFFER.DOCX").free(" Offer.docx ", DocumentKind.DOCUMENT))
                .isEqualTo("Offer (2)");
    }
}
