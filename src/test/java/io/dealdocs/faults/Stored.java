package io.dealdocs.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the database holds, read behind the application's back. */
final class Stored {

    private static final String DOCUMENTS = """
        select d.id::text as id, d.name, coalesce(d.head, 0) as head, coalesce(d.published, 0) as published,
               d.last_version, coalesce(d.attention, '') as attention, d.deleted_at is not null as deleted,
               (select count(*) from version v where v.document_id = d.id) as versions,
               (select coalesce(max(number), 0) from version v where v.document_id = d.id) as newest,
               coalesce((select sha256 from version v where v.document_id = d.id and v.number = d.head), '') as sha,
               coalesce((select file_id from publication p where p.document_id = d.id and p.current), 0) as file,
               (select count(*) from publication p where p.document_id = d.id and p.removal = 'due') as due,
               (select count(*) from publication_attempt a where a.document_id = d.id and a.outcome is null) as open
          from document d where d.subject_id = ?
        """;
    private static final String VERSIONS = """
        select v.document_id::text as document, v.number, v.origin, v.sha256, v.content_id::text as content,
               coalesce(v.session_id::text, '') as session
          from version v join document d on d.id = v.document_id where d.subject_id = ?
        """;
    private static final String DIGEST = """
        select encode(sha256(coalesce(string_agg(bytes, ''::bytea order by number), ''::bytea)), 'hex')
          from content_chunk where content_id = ?::uuid
        """;
    private static final String TASKS = """
        select task_instance from scheduled_tasks where task_name = ?
        """;
    private static final String CONTENT = """
        select string_agg(bytes, ''::bytea order by number) from content_chunk where content_id = ?::uuid
        """;

    private final Postgres database;

    Stored(Postgres database) {
        this.database = database;
    }

    /** A document, with what is still to be done for it. */
    record Row(
            String id,
            String name,
            int head,
            int published,
            int lastVersion,
            String attention,
            boolean deleted,
            int versions,
            int newest,
            String sha256,
            long file,
            int due,
            int open) {}

    /** A version of one. */
    record VersionRow(String document, int number, String origin, String sha256, String content, String session) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<Row> documents(long deal) {
        return query(
                DOCUMENTS,
                deal,
                row -> new Row(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("head"),
                        row.getInt("published"),
                        row.getInt("last_version"),
                        row.getString("attention"),
                        row.getBoolean("deleted"),
                        row.getInt("versions"),
                        row.getInt("newest"),
                        row.getString("sha"),
                        row.getLong("file"),
                        row.getInt("due"),
                        row.getInt("open")));
    }

    List<VersionRow> versions(long deal) {
        return query(
                VERSIONS,
                deal,
                row -> new VersionRow(
                        row.getString("document"),
                        row.getInt("number"),
                        row.getString("origin"),
                        row.getString("sha256"),
                        row.getString("content"),
                        row.getString("session")));
    }

    /** The documents that still have a task of this name. */
    List<String> withTask(String name) {
        return query(TASKS, name, row -> row.getString(1));
    }

    /** The digest of the bytes that are really there. */
    String digest(String content) {
        return query(DIGEST, content, row -> row.getString(1)).getFirst();
    }

    byte[] content(String content) {
        return query(CONTENT, content, row -> row.getBytes(1)).getFirst();
    }

    private <T> List<T> query(String sql, Object parameter, Reader<T> reader) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }
}
