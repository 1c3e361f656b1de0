package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealListing;
import io.dealdocs.documents.DeletionId;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.Reach;
import io.dealdocs.documents.TakenNames;
import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.FileIcon;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A deal whose files a test sets, and which remembers what was done to it. */
final class FakeDealDocuments implements DealDocuments {

    static final DealId DEAL = new DealId(3);
    static final long LIMIT = 52_428_800;
    private static final int PAGE = 100;

    final List<String> done = new ArrayList<>();
    /** Who came in since the list was drawn. */
    List<String> editors = List.of();

    Duration undoTime = Duration.ofMinutes(1);
    private List<DealFile> files = new ArrayList<>();
    private List<DealFile> before = List.of();
    private @Nullable RuntimeException refusal;
    private Optional<DealListing.Remembered> remembered = Optional.empty();

    static DealFile file(String ref, String name, DealFile.Opening opening) {
        return line(ref, name, opening, DealFile.State.IN_PIPEDRIVE, List.of());
    }

    static DealFile edited(String ref, DealFile.State state, String... editors) {
        return line(ref, ref + ".docx", DealFile.Opening.EDIT, state, List.of(editors));
    }

    private static DealFile line(
            String ref, String name, DealFile.Opening opening, DealFile.State state, List<String> editors) {
        Instant changed = Instant.parse("2026-11-20T09:30:00Z");
        return new DealFile(
                new DealFile.Ref(ref),
                name,
                49_152,
                changed,
                "Ada Lee",
                opening,
                state,
                editors,
                outside(opening),
                true);
    }

    private static String outside(DealFile.Opening opening) {
        return opening == DealFile.Opening.GOOGLE ? "https://drive.google.com/open?id=1A2B3C4D5E6F" : "";
    }

    void holds(DealFile... all) {
        files = new ArrayList<>(List.of(all));
    }

    void refuse(Refusal.Reason reason, Object... arguments) {
        refusal = new Refusal(reason, arguments);
    }

    /** What is listed is only known from before. */
    void remember(@Nullable Instant filesAsOf, Refusal.Reason reason, Object... arguments) {
        remembered =
                Optional.of(new DealListing.Remembered(new Refusal(reason, arguments), Optional.ofNullable(filesAsOf)));
    }

    void breakDown() {
        refusal = new IllegalStateException("nobody foresaw this");
    }

    void relent() {
        refusal = null;
        remembered = Optional.empty();
    }

    private void note(String what) {
        if (refusal != null) {
            throw refusal;
        }
        done.add(what);
    }

    @Override
    public TakenNames takenNames(MemberId member, DealId deal) {
        note("names " + member + " " + deal);
        return TakenNames.of(files);
    }

    @Override
    public DealFile.Opening opening(String fileName) {
        return switch (FileIcon.extension(fileName)) {
            case "docx" -> DealFile.Opening.EDIT;
            case "djvu" -> DealFile.Opening.VIEW;
            default -> DealFile.Opening.NONE;
        };
    }

    @Override
    public DealListing list(MemberId member, DealId deal, Reach reach) {
        note("list " + member + " " + deal + (reach.equals(Reach.NEWEST) ? "" : " " + reach.pages()));
        return page(0, Math.min(files.size(), reach.pages() * PAGE));
    }

    @Override
    public DealListing further(MemberId member, DealId deal, int start) {
        note("further " + member + " " + deal + " " + start);
        return page(start, Math.min(files.size(), start + PAGE));
    }

    private DealListing page(int start, int end) {
        OptionalInt next = end < files.size() ? OptionalInt.of(end) : OptionalInt.empty();
        return new DealListing("Brightwave", files.subList(start, end), next, remembered);
    }

    @Override
    public DocumentId create(MemberId member, DealId deal, DocumentKind kind, String title) {
        if (title.isBlank()) {
            throw new Refusal(Refusal.Reason.NAME_EMPTY);
        }
        note("create " + member + " " + deal + " " + kind + " " + title);
        return DocumentId.random();
    }

    @Override
    public DocumentId upload(MemberId member, DealId deal, String name, long size, InputStream content)
            throws IOException {
        note("upload " + member + " " + deal + " " + name + " "
                + new String(content.readAllBytes(), StandardCharsets.UTF_8));
        return DocumentId.random();
    }

    @Override
    public DeletionId delete(MemberId member, DealId deal, DealFile.Ref ref, boolean confirmed) {
        note("delete " + member + " " + deal + " " + ref.value() + (confirmed ? " confirmed" : ""));
        if (!confirmed && !editors.isEmpty()) {
            throw new Refusal(Refusal.Reason.BEING_EDITED, editors);
        }
        before = List.copyOf(files);
        files.removeIf(file -> file.ref().equals(ref));
        return DeletionId.random();
    }

    @Override
    public void undo(MemberId member, DealId deal, DeletionId deletion) {
        note("undo " + member + " " + deal);
        files = new ArrayList<>(before);
    }

    @Override
    public Duration undoTime() {
        return undoTime;
    }

    @Override
    public <T> T read(MemberId member, DealId deal, DealFile.Ref ref, ContentSink<T> sink) throws IOException {
        note("read " + member + " " + deal + " " + ref.value());
        byte[] bytes = "content".getBytes(StandardCharsets.UTF_8);
        return sink.accept(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Override
    public long uploadLimit() {
        return LIMIT;
    }
}
