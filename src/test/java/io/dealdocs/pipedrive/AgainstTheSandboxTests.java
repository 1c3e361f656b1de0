package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.PipedriveSandboxOptions;
import io.dealdocs.sandbox.pipedrive.RecordedRequest;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Secret;
import io.dealdocs.shared.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The port and the stand-in for Pipedrive, which know nothing of each other but the contract. */
@Timeout(60)
class AgainstTheSandboxTests {

    private static final long ADA = 1001;
    private static final long BEN = 1002;
    private static final DealId DEAL = new DealId(5);

    private static PipedriveSandbox sandbox;
    private static PipedriveProperties properties;
    private static RestPipedrive port;

    @BeforeAll
    static void start() {
        sandbox = PipedriveSandbox.start(PipedriveSandboxOptions.defaults());
        properties = new PipedriveProperties(
                sandbox.app().clientId(),
                sandbox.app().clientSecret(),
                sandbox.app().extensionSecret(),
                sandbox.app().createModalId(),
                sandbox.acme(),
                Pattern.compile("^http://127\\.0\\.0\\.1:\\d+$"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30));
        port = new RestPipedrive(
                properties, new Tries(3, Duration.ofMillis(1), Duration.ofSeconds(10)), sandbox.clock());
    }

    @AfterAll
    static void stop() {
        port.close();
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static PipedriveAccess as(long user) {
        return new PipedriveAccess(
                sandbox.acme(),
                new Secret(sandbox.install(PipedriveSandbox.ACME, user).accessToken()));
    }

    private static SandboxFile add(String name, String content) {
        return sandbox.addFile(
                PipedriveSandbox.ACME, DEAL.value(), ADA, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(PipedriveAccess access, long file) throws IOException {
        return port.files()
                .download(
                        access,
                        new FileId(file),
                        (content, size) -> new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static NewPipedriveFile newFile(String name) {
        return new NewPipedriveFile(DEAL, name, "text/plain", Port.content("the content"));
    }

    @Test
    void knowsWhoIsBehindAToken() {
        PipedriveUser ada = port.users().me(as(ADA));
        PipedriveUser ben = port.users().me(as(BEN));

        assertThat(ada.id()).isEqualTo(MemberId.of(PipedriveSandbox.ACME, ADA));
        assertThat(ada.adminOf()).contains("account_settings");
        assertThat(ada.locale().toLanguageTag()).isEqualTo("en-US");
        assertThat(ben.adminOf()).doesNotContain("account_settings");
        assertThat(ben.locale().toLanguageTag()).isEqualTo("de-DE");
    }

    @Test
    void seesOnlyTheDealsThatTheMemberMaySee() {
        assertThat(port.deals().deal(as(ADA), new DealId(2)).id()).isEqualTo(new DealId(2));
        assertThatExceptionOfType(PipedriveException.NotFound.class)
                .isThrownBy(() -> port.deals().deal(as(BEN), new DealId(2)));
    }

    @Test
    void listsAHundredAndThirtyFilesInTwoPages() {
        List<FileId> ids = new ArrayList<>();
        int pages = 0;
        for (OptionalInt next = OptionalInt.of(0); next.isPresent(); pages++) {
            PipedriveFilePage page = port.files().list(as(ADA), new DealId(8), next.getAsInt());
            page.files().forEach(file -> ids.add(file.id()));
            next = page.next();
        }

        assertThat(pages).isEqualTo(2);
        assertThat(ids).hasSize(130).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_LIST_IS_AN_ARRAY", "IDS_ARE_STRINGS"})
    void listsAnEmptyDealWhateverThatLooksLike(Switch which) {
        assertThat(port.files().list(as(ADA), DEAL, 0).files()).isEmpty();

        sandbox.faults().set(which, true);

        assertThat(port.files().list(as(ADA), DEAL, 0).files()).isEmpty();
    }

    @Test
    void readsAFileWithIdsAsTexts() {
        SandboxFile added = add("a.txt", "abc");
        sandbox.faults().set(Switch.IDS_ARE_STRINGS, true);

        PipedriveFile file = port.files().file(as(ADA), new FileId(added.id()));

        assertThat(file.uploader()).isEqualTo(new UserId(ADA));
        assertThat(file.deal()).isEqualTo(DEAL);
        assertThat(file.size()).isEqualTo(3);
        assertThat(file.addedAt()).isEqualTo(added.addTime().truncatedTo(ChronoUnit.SECONDS));
        assertThat(file.attachment()).isEqualTo(PipedriveFile.Attachment.DEAL_ONLY);
    }

    @Test
    void tellsAMailsFileFromADeals() {
        SandboxFile added = add("a.txt", "abc");
        sandbox.hangOn(
                PipedriveSandbox.ACME, added.id(), FileLinks.plain(DEAL.value()).withMailMessage(3));

        assertThat(port.files().file(as(ADA), new FileId(added.id())).attachment())
                .isEqualTo(PipedriveFile.Attachment.MAIL);
    }

    @Test
    void downloadsThroughTheStorageThatRefusesTokens() throws IOException {
        long file = add("a.txt", "the content").id();
        sandbox.forgetRequests();

        assertThat(read(as(ADA), file)).isEqualTo("the content");
        assertThat(sandbox.requests()).anyMatch(asked -> asked.kind() == RecordedRequest.Kind.STORAGE);

        sandbox.faults().downloadWithoutRedirect(true);
        assertThat(read(as(ADA), file)).isEqualTo("the content");
    }

    @Test
    void uploadsRenamesAndDeletes() {
        PipedriveFile file = port.files().upload(as(ADA), newFile("Tarjous ä \"日本\" 😀.txt"));
        assertThat(sandbox.files(PipedriveSandbox.ACME, DEAL.value()))
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.id()).isEqualTo(file.id().value());
                    assertThat(stored.name()).isEqualTo("Tarjous ä \"日本\" 😀.txt");
                    assertThat(stored.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("the content");
                });

        assertThat(port.files().rename(as(ADA), file.id(), "Ny & fin=1.txt").name())
                .isEqualTo("Ny & fin=1.txt");

        port.files().delete(as(ADA), file.id());
        port.files().delete(as(ADA), file.id());
        assertThat(sandbox.files(PipedriveSandbox.ACME, DEAL.value())).isEmpty();
    }

    @Test
    void repairsANameThatPipedriveMangled() {
        sandbox.faults().set(Switch.MANGLES_FILE_NAMES, true);

        assertThat(port.files().upload(as(ADA), newFile("Tarjous ä.txt")).name())
                .isEqualTo("Tarjous ä.txt");
        assertThat(sandbox.files(PipedriveSandbox.ACME, DEAL.value()).getFirst().name())
                .isEqualTo("Tarjous ä.txt");
    }

    @Test
    void saysThatTheAnswerOfAnUploadIsLostThoughTheFileIsThere() {
        sandbox.faults().loseAnswerOfNext("POST /files", 1);

        assertThatExceptionOfType(PipedriveException.AnswerLost.class)
                .isThrownBy(() -> port.files().upload(as(ADA), newFile("a.txt")));
        assertThat(sandbox.files(PipedriveSandbox.ACME, DEAL.value())).hasSize(1);
    }

    @Test
    void saysThatAFileIsTooLargeInBothWordings() {
        sandbox.faults().fileSizeLimit(5);
        assertThatExceptionOfType(PipedriveException.TooLarge.class)
                .isThrownBy(() -> port.files().upload(as(ADA), newFile("a.txt")));

        sandbox.faults().set(Switch.TOO_LARGE_IS_BAD_REQUEST, true);
        assertThatExceptionOfType(PipedriveException.TooLarge.class)
                .isThrownBy(() -> port.files().upload(as(ADA), newFile("a.txt")));
    }

    @Test
    void tellsTheLimitsOfADayFromThoseOfABurst() {
        PipedriveAccess ada = as(ADA);
        sandbox.faults().dailyBudget(0);
        assertThatExceptionOfType(PipedriveException.RateLimited.class)
                .isThrownBy(() -> port.users().me(ada))
                .satisfies(e -> assertThat(e.daily()).isTrue());

        sandbox.faults().dailyBudget(1000);
        sandbox.faults().burst(0);
        assertThatExceptionOfType(PipedriveException.RateLimited.class)
                .isThrownBy(() -> port.users().me(ada))
                .satisfies(e -> assertThat(e.daily()).isFalse());
    }

    @Test
    void asksForANewConsentWhenAScopeIsMissing() {
        PipedriveAccess ada = as(ADA);
        sandbox.faults().dropScope("deals:full");

        assertThatExceptionOfType(PipedriveException.ReconnectRequired.class)
                .isThrownBy(() -> port.files().upload(ada, newFile("a.txt")));
    }

    @Test
    void outlivesTwoFailuresWhenReadingAndNoneWhenWriting() {
        sandbox.faults().failNext("GET /users/me", 503, 2);
        assertThat(port.users().me(as(ADA)).name()).isNotEmpty();

        sandbox.faults().failNext("POST /files", 502, 1);
        assertThatExceptionOfType(PipedriveException.AnswerLost.class)
                .isThrownBy(() -> port.files().upload(as(ADA), newFile("a.txt")));
    }

    @Test
    void refreshesAndRevokesTokens() {
        Secret refresh = new Secret(sandbox.install(PipedriveSandbox.ACME, ADA).refreshToken());

        PipedriveTokens tokens = port.oauth().refresh(refresh);
        assertThat(PipedriveScopes.missingFrom(tokens.scopes())).isFalse();
        assertThat(tokens.apiDomain()).isEqualTo(sandbox.acme());
        assertThat(port.users().me(tokens.access()).id()).isEqualTo(MemberId.of(PipedriveSandbox.ACME, ADA));

        sandbox.expireAccessTokens();
        assertThatExceptionOfType(PipedriveException.Unauthorized.class)
                .isThrownBy(() -> port.users().me(tokens.access()));

        port.oauth().revoke(tokens.refreshToken());
        assertThat(sandbox.installed(PipedriveSandbox.ACME, ADA)).isFalse();
        assertThatExceptionOfType(PipedriveException.ReconnectRequired.class)
                .isThrownBy(() -> port.oauth().refresh(tokens.refreshToken()));
    }

    @Test
    void believesTheTokensOfFrames() throws InvalidPanelToken {
        PanelTokens tokens = new NimbusPanelTokens(properties, sandbox.clock());
        String token = sandbox.frameToken(PipedriveSandbox.GLOBEX, 1000);
        assertThat(tokens.verify(token).member()).isEqualTo(MemberId.of(PipedriveSandbox.GLOBEX, 1000));
        assertThat(tokens.verify(token).member().company()).isNotEqualTo(new CompanyId(PipedriveSandbox.ACME));

        sandbox.faults().set(Switch.TOKEN_IDS_ARE_STRINGS, true);
        assertThat(tokens.verify(sandbox.frameToken(PipedriveSandbox.ACME, BEN)).member())
                .isEqualTo(MemberId.of(PipedriveSandbox.ACME, BEN));

        PanelTokens later = new NimbusPanelTokens(properties, Clock.offset(sandbox.clock(), Duration.ofMinutes(6)));
        assertThatExceptionOfType(InvalidPanelToken.class)
                .isThrownBy(() -> later.verify(token))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(InvalidPanelToken.Reason.EXPIRED));
    }
}
