package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DocumentKind;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A company with something in every table, and what of it is left. */
abstract class CompanyRoom extends RetentionRoom {

    static final CompanyId GLOBEX = new CompanyId(PipedriveSandbox.GLOBEX);
    static final DealId THEIR_DEAL = new DealId(1);

    /** Tables that hold nothing of one company. */
    private static final Set<String> NOBODYS = Set.of("installation", "flyway_schema_history", "scheduled_tasks");

    /** Tables without a company column, and how to find a company's rows in them. */
    private static final Map<String, String> BY_ANOTHER = Map.of(
            "company", "id = :company",
            "version", "document_id in (select id from document where company_id = :company)",
            "closing_document", "document_id in (select id from document where company_id = :company)",
            "content",
                    "id in (select content_id from version v join document d on d.id = v.document_id"
                            + " where d.company_id = :company)",
            "content_chunk",
                    "content_id in (select content_id from version v join document d on d.id = v.document_id"
                            + " where d.company_id = :company)",
            "editing_session_secret", "session_id in (select id from editing_session where company_id = :company)",
            "editing_session_member", "session_id in (select id from editing_session where company_id = :company)",
            "awaited_save", "session_id in (select id from editing_session where company_id = :company)");

    /** How many rows each table has in all of the company's kind: a new table fails here until it is thought of. */
    Map<String, Long> rowsOf(CompanyId company) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : tables()) {
            String where = hasCompany(table) ? "company_id = :company" : BY_ANOTHER.get(table);
            assertThat(where).as("how table " + table + " knows its company").isNotNull();
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table + " where " + where)
                            .param("company", company.value())
                            .query(Long.class)
                            .single());
        }
        return rows;
    }

    private List<String> tables() {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' order by table_name")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(table -> !NOBODYS.contains(table))
                .toList();
    }

    private boolean hasCompany(String table) {
        return jdbc.sql("select count(*) from information_schema.columns where table_schema = 'public'"
                                + " and table_name = ? and column_name = 'company_id'")
                        .param(table)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A document of Globex that people have written in and that Pipedrive has, with a row in every table there is. */
    DocumentId aWholeLife() throws Exception {
        documents.list(GUS, THEIR_DEAL);
        DocumentId document = documents.create(GUS, THEIR_DEAL, DocumentKind.DOCUMENT, fresh("Life"));
        awaitPublished(document);
        save(GINA, document, "by Gina");
        awaitPublished(document);
        config(GUS, document);
        String session = "(select id from editing_session where document_id = :id limit 1)";
        for (String row : List.of(
                "publishing_pause select 54322, now() on conflict do nothing",
                "ticket select 'x', 54322, 1001, :id, now() on conflict do nothing",
                "deletion select :id, :id, 54322, 1001, 1, now(), null",
                "closing_document select :id, null, now()",
                "awaited_save select :id, " + session + ", now(), null",
                "docs_settings select 54322, 'https://docs.example.com', 'Authorization', 'FAST', 'k', 'x', now(),"
                        + " 'Gus', 1 on conflict do nothing")) {
            jdbc.sql("insert into " + row).param("id", document.value()).update();
        }
        return document;
    }

    void abandonedSince(String interval) {
        jdbc.sql("update company set abandoned_at = now() - cast(? as interval) where id = ?")
                .params(interval, GLOBEX.value())
                .update();
    }

    void everybodyOfGlobexLeaves() {
        pipedrive().uninstall(PipedriveSandbox.GLOBEX, GINA.user().value());
        pipedrive().uninstall(PipedriveSandbox.GLOBEX, GUS.user().value());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rowsOf(GLOBEX)).containsEntry("member_token", 0L));
    }
}
