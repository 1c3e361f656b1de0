package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.ContentSource;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The files of a deal, Pipedrive's and ours as one. */
@Service
class JoinedDealDocuments implements DealDocuments {

    private final DealGate gate;
    private final DealFiles dealFiles;
    private final DealList list;
    private final MissingFiles missing;
    private final RememberedDeals remembered;
    private final NewDocuments newDocuments;
    private final Deletions deletions;
    private final PipedriveFiles files;
    private final Documents documents;
    private final PlacedDocuments placed;
    private final OwnText ownText;
    private final Sightings sightings;
    private final ContentStore store;
    private final DocumentsProperties limits;

    JoinedDealDocuments(
            DealGate gate,
            DealFiles dealFiles,
            DealList list,
            MissingFiles missing,
            RememberedDeals remembered,
            NewDocuments newDocuments,
            Deletions deletions,
            PipedriveFiles files,
            Documents documents,
            PlacedDocuments placed,
            OwnText ownText,
            Sightings sightings,
            ContentStore store,
            DocumentsProperties limits) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.list = list;
        this.missing = missing;
        this.remembered = remembered;
        this.newDocuments = newDocuments;
        this.deletions = deletions;
        this.files = files;
        this.documents = documents;
        this.placed = placed;
        this.ownText = ownText;
        this.sightings = sightings;
        this.store = store;
        this.limits = limits;
    }

    @Override
    public TakenNames takenNames(MemberId member, DealId deal) {
        return TakenNames.of(remembered.lines(visit(member, deal)));
    }

    @Override
    public DealFile.Opening opening(String fileName) {
        return list.opening(fileName);
    }

    @Override
    public DealListing list(MemberId member, DealId deal, Reach reach) {
        Visit visit = visit(member, deal);
        return gate.askOrKnow(visit, () -> read(visit, reach), silence -> remembered.of(visit, silence));
    }

    private DealListing read(Visit visit, Reach reach) {
        FoundFiles found = dealFiles.of(visit.member(), visit.deal(), reach);
        missing.notice(visit.member(), visit.deal(), found.files());
        List<DealFile> lines = list.join(visit.member().company(), Subject.of(visit.deal()), found);
        return new DealListing(visit.title(), lines, found.next());
    }

    @Override
    public DealListing further(MemberId member, DealId deal, int start) {
        Visit visit = gate.goOn(member, deal);
        return gate.askOrKnow(visit, () -> readOn(visit, start), silence -> {
            throw silence;
        });
    }

    private DealListing readOn(Visit visit, int start) {
        FoundFiles found = dealFiles.further(visit.member(), visit.deal(), start);
        List<DealFile> lines = list.further(visit.member().company(), Subject.of(visit.deal()), found);
        return new DealListing(visit.title(), lines, found.next());
    }

    private Visit visit(MemberId member, DealId deal) {
        try {
            return gate.visit(member, deal);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.DEAL_GONE) {
                sightings.lost(member.company(), Subject.of(deal));
            }
            throw refusal;
        }
    }

    @Override
    public DocumentId create(MemberId member, DealId deal, DocumentKind kind, String title) {
        return newDocuments.create(member, deal, kind, title);
    }

    @Override
    public DocumentId upload(MemberId member, DealId deal, String name, long size, InputStream content)
            throws IOException {
        return newDocuments.upload(member, deal, name, size, content);
    }

    @Override
    public DeletionId delete(MemberId member, DealId deal, DealFile.Ref ref, boolean confirmed) {
        return deletions.delete(member, deal, ref, confirmed);
    }

    @Override
    public void undo(MemberId member, DealId deal, DeletionId deletion) {
        deletions.undo(member, deal, deletion);
    }

    @Override
    public Duration undoTime() {
        return limits.undoTime();
    }

    @Override
    public <T> T read(MemberId member, DealId deal, DealFile.Ref ref, ContentSink<T> sink) throws IOException {
        Visit visit;
        try {
            visit = gate.visit(member, deal);
        } catch (Refusal closed) {
            return readVersion(ownText.newest(member, deal, ref, closed), sink);
        }
        return switch (Line.parse(ref)) {
            case Line.OfFile(FileId file) -> readFile(member, deal, file, sink);
            case Line.OfDocument(DocumentId id) ->
                readDocument(member, placed.during(visit, id).document(), sink);
        };
    }

    private <T> T readDocument(MemberId member, Document document, ContentSink<T> sink) throws IOException {
        Optional<Version> head = documents.head(document);
        if (head.isEmpty()) {
            FileId file = document.file().orElseThrow(() -> new Refusal(Reason.FILE_GONE));
            return gate.ask(member, Reason.FILE_GONE, access -> files.download(access, file, sink));
        }
        return readVersion(head.get(), sink);
    }

    private <T> T readVersion(Version version, ContentSink<T> sink) throws IOException {
        ContentSource source = store.source(version.content());
        try (InputStream bytes = source.open()) {
            return sink.accept(bytes, source.size());
        }
    }

    private <T> T readFile(MemberId member, DealId deal, FileId file, ContentSink<T> sink) {
        long size = dealFiles.one(member, deal, file).size();
        return gate.ask(
                member,
                Reason.FILE_GONE,
                access -> files.download(access, file, (bytes, announced) -> sink.accept(bytes, size)));
    }

    @Override
    public long uploadLimit() {
        return limits.uploadLimit().toBytes();
    }
}
