package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes versions for good, and the contents that nothing else refers to. */
@Component
class Erasure {

    private final JdbcClient jdbc;
    private final JdbcDocuments documents;
    private final JdbcContentStore store;

    Erasure(JdbcClient jdbc, JdbcDocuments documents, JdbcContentStore store) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.store = store;
    }

    /** Erases some versions of a locked document; their contents follow when nobody can be reading them any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void versions(DocumentId locked, Collection<Integer> numbers) {
        store.setAside(delete(locked, numbers));
    }

    /** Erases a locked document with everything about it, at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void document(DocumentId locked) {
        store.discardUnused(delete(locked, numbers(locked)));
        documents.delete(locked);
    }

    private List<ContentId> delete(DocumentId locked, Collection<Integer> numbers) {
        return jdbc
                .sql("delete from version where document_id = :id and number = any(:numbers)"
                        + " returning content_id, changes_id")
                .param("id", locked.value())
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(Erasure::contents)
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Integer> numbers(DocumentId document) {
        return jdbc.sql("select number from version where document_id = :id")
                .param("id", document.value())
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private static List<ContentId> contents(ResultSet row, int n) throws SQLException {
        List<ContentId> contents = new ArrayList<>();
        contents.add(new ContentId(row.getObject("content_id", UUID.class)));
        Optional.ofNullable(row.getObject("changes_id", UUID.class))
                .map(ContentId::new)
                .ifPresent(contents::add);
        return contents;
    }
}
