package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealListing;
import io.dealdocs.documents.Reach;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A deal with more files than Pipedrive answers at once. */
class LongListTests extends DealRoom {

    private static final DealId ARCHIVE = new DealId(8);

    @Test
    void isReadAHundredFilesAtATime() {
        DealListing first = documents.list(ADA, ARCHIVE, Reach.NEWEST);
        assertThat(first.files()).hasSize(100);
        assertThat(first.next()).hasValue(100);

        DealListing rest = documents.further(ADA, ARCHIVE, 100);

        assertThat(rest.next()).isEmpty();
        List<DealFile.Ref> all = Stream.concat(first.files().stream(), rest.files().stream())
                .map(DealFile::ref)
                .toList();
        assertThat(all).doesNotHaveDuplicates().hasSameElementsAs(refs(documents.list(ADA, ARCHIVE, Reach.ALL)));
    }

    @Test
    void aDocumentThatIsOnlyFurtherDownIsNotMissing() {
        DealFile old = documents.further(ADA, ARCHIVE, 100).files().stream()
                .filter(file -> file.name().endsWith(".docx"))
                .findFirst()
                .orElseThrow();
        sessions.prepare(ADA, ARCHIVE, old.ref());
        DealFile document = documents.further(ADA, ARCHIVE, 100).files().stream()
                .filter(file -> file.name().equals(old.name()))
                .findFirst()
                .orElseThrow();

        DealListing newest = documents.list(ADA, ARCHIVE, Reach.NEWEST);

        assertThat(refs(newest)).doesNotContain(document.ref());
        DocumentId id = DocumentId.parse(document.ref().value().substring(1));
        assertThat(jdbc.sql("select missed_at is null and gone_at is null from document where id = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatWasScrolledToIsRememberedForTheTimeOfSilence() {
        documents.list(ADA, ARCHIVE, Reach.NEWEST);
        List<DealFile.Ref> further = refs(documents.further(ADA, ARCHIVE, 100));

        pipedrive().faults().failNext("*", 503, 1_000_000);

        DealListing known = documents.list(ADA, ARCHIVE, Reach.NEWEST);
        assertThat(known.remembered()).isPresent();
        assertThat(refs(known)).containsAll(further);
    }

    private static List<DealFile.Ref> refs(DealListing listing) {
        return listing.files().stream().map(DealFile::ref).toList();
    }
}
