package io.dealdocs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Subject;
import io.dealdocs.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document says of itself. */
class DocumentTests {

    @ParameterizedTest
    @CsvSource({
        "Offer.docx, Bid.docx, Bid.docx",
        "Offer.docx, Bid.DOCX, Bid.DOCX",
        "Offer.docx, Bid, Bid.docx",
        "Offer.docx, Bid.pdf, Bid.pdf.docx",
        "Offer.docx, Version 1.2, Version 1.2.docx",
        "README, LIESMICH, LIESMICH"
    })
    void takesTheNameThatPeopleGiveButKeepsItsExtension(String name, String seen, String expected) {
        assertThat(document(name, OptionalInt.empty(), OptionalInt.empty(), false)
                        .nameAfter(seen))
                .isEqualTo(expected);
    }

    @Test
    void waitsWhilePipedriveHasAnotherVersionThanTheHead() {
        assertThat(document("a.docx", OptionalInt.empty(), OptionalInt.empty(), false)
                        .waiting())
                .isFalse();
        assertThat(document("a.docx", OptionalInt.of(1), OptionalInt.empty(), false)
                        .waiting())
                .isTrue();
        assertThat(document("a.docx", OptionalInt.of(2), OptionalInt.of(1), false)
                        .waiting())
                .isTrue();
        assertThat(document("a.docx", OptionalInt.of(2), OptionalInt.of(2), false)
                        .waiting())
                .isFalse();
        assertThat(document("a.docx", OptionalInt.of(2), OptionalInt.of(1), true)
                        .waiting())
                .isFalse();
    }

    private static Document document(String name, OptionalInt head, OptionalInt published, boolean deleted) {
        return new Document(
                DocumentId.random(),
                new CompanyId(1),
                Subject.of(new DealId(1)),
                name,
                head,
                published,
                1,
                Optional.empty(),
                Optional.empty(),
                new UserId(1),
                Instant.EPOCH,
                deleted);
    }
}
