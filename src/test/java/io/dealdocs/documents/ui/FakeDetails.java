package io.dealdocs.documents.ui;

import io.dealdocs.documents.Attention;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentDesk;
import io.dealdocs.documents.DocumentDetails;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.publishing.PublicationDesk;
import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Details that a test sets, and which remember what was done. */
final class FakeDetails implements DocumentDesk, DocumentVersions, PublicationDesk {

    static final DocumentId DOCUMENT = DocumentId.parse("7b0cdb0e-7d2c-4d0c-9f5a-0c8f3b6a1c11");

    final List<String> done = new ArrayList<>();
    /** Who edits, as far as restoring is concerned. */
    List<String> editors = List.of();

    DealFile line = FakeDealDocuments.file("d" + DOCUMENT, "Offer.docx", DealFile.Opening.EDIT);
    List<VersionLine> versions = new ArrayList<>();

    @Nullable Attention attention;

    String through = "";
    private @Nullable Refusal refusal;

    static VersionLine version(int number, Origin origin, boolean head) {
        boolean offered = origin.aside();
        Instant at = Instant.parse("2026-11-20T09:30:00Z").plusSeconds(3600L * number);
        return new VersionLine(number, origin, "Ada Lee", at, 49_152, head, head, offered, "");
    }

    void refuse(Refusal.Reason reason, Object... arguments) {
        refusal = new Refusal(reason, arguments);
    }

    void relent() {
        refusal = null;
    }

    private void note(String what) {
        if (refusal != null) {
            throw refusal;
        }
        done.add(what);
    }

    @Override
    public DocumentDetails look(MemberId member, DealId deal, DealFile.Ref ref) {
        note("look " + member + " " + deal);
        return new DocumentDetails(line, versions, attention, Instant.parse("2026-11-20T10:00:00Z"), through);
    }

    @Override
    public String rename(MemberId member, DealId deal, DealFile.Ref ref, String title) {
        note("rename " + title);
        line = FakeDealDocuments.file(ref.value(), title + ".docx", DealFile.Opening.EDIT);
        return title + ".docx";
    }

    @Override
    public List<VersionLine> list(MemberId member, DealId deal, DocumentId document) {
        return versions;
    }

    @Override
    public <T> T read(MemberId member, DealId deal, DocumentId document, int number, ContentSink<T> sink)
            throws IOException {
        note("read version " + number);
        byte[] bytes = "older".getBytes(StandardCharsets.UTF_8);
        return sink.accept(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Override
    public int makeCurrent(MemberId member, DealId deal, DocumentId document, int number, boolean confirmed) {
        if (!confirmed && !editors.isEmpty()) {
            throw new Refusal(Refusal.Reason.BEING_EDITED, editors);
        }
        note("make current " + number + (confirmed ? " confirmed" : ""));
        return number + 1;
    }

    @Override
    public DocumentId saveAsFile(MemberId member, DealId deal, DocumentId document, int number) {
        note("save as file " + number);
        return DocumentId.random();
    }

    @Override
    public void publishNow(MemberId member, DealId deal, DocumentId document) {
        note("publish now");
    }

    @Override
    public void tryAgain(MemberId member, DealId deal, DocumentId document) {
        note("try again");
    }

    @Override
    public void saveToAnotherDeal(MemberId member, DocumentId document, DealId from, DealId to) {
        note("move to " + to);
    }
}
