package io.dealdocs.documents;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a member wrote stays theirs when the deal is gone. Pipedrive answers the same for a deal that is deleted and for
 * one that a member may no longer see, so the rule is the safe one: a member gets the newest version that they wrote
 * themselves, which they have had before their eyes, and nothing that others wrote after it.
 */
@Component
class OwnText {

    private static final Set<Reason> GONE = Set.of(Reason.DEAL_GONE, Reason.FORBIDDEN);

    private final JdbcDocuments documents;
    private final JdbcVersions versions;
    private final JdbcClient jdbc;

    OwnText(JdbcDocuments documents, JdbcVersions versions, JdbcClient jdbc) {
        this.documents = documents;
        this.versions = versions;
        this.jdbc = jdbc;
    }

    /**
     * The newest version of a line's document that the member wrote.
     *
     * @param closed why Pipedrive does not let the member into the deal
     * @throws Refusal the same one, where there is no such version
     */
    Version newest(MemberId member, DealId deal, DealFile.Ref ref, Refusal closed) {
        if (!GONE.contains(closed.reason()) || !(Line.parse(ref) instanceof Line.OfDocument(DocumentId id))) {
            throw closed;
        }
        return documents
                .find(id)
                .filter(document -> document.company().equals(member.company()))
                .filter(document -> document.subject().equals(Subject.of(deal)) && !document.deleted())
                .flatMap(document -> newest(id, member))
                .orElseThrow(() -> closed);
    }

    private Optional<Version> newest(DocumentId document, MemberId author) {
        return jdbc.sql("select number from version where document_id = :id and author_id = :author"
                        + " order by number desc limit 1")
                .param("id", document.value())
                .param("author", author.user().value())
                .query(Integer.class)
                .optional()
                .flatMap(number -> versions.find(document, number));
    }
}
