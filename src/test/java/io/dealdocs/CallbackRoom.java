package io.dealdocs;

import static io.dealdocs.DocsVoice.callback;
import static io.dealdocs.DocsVoice.fields;
import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.EditingPresence;
import io.dealdocs.shared.DocumentId;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Sessions whose Docs server is the test itself: it says what it likes, in the order it likes, and lays out any result. */
abstract class CallbackRoom extends SavingRoom {

    static final String DONE = "{\"error\":0}";

    /** Long enough ago that a whole conversation has room before now. */
    final long beginning = Instant.now().minusSeconds(30).getEpochSecond();

    static ResultHost host;

    @Autowired
    EditingPresence presence;

    @BeforeAll
    static void layOut() {
        host = new ResultHost();
        host.lay("whole.docx", ResultHost.archive("whole"));
        host.lay("newer.docx", ResultHost.archive("newer"));
        host.lay("changes.zip", ResultHost.archive("changes"));
    }

    @AfterAll
    static void clearAway() {
        host.close();
    }

    /** A document of Ada's with a session that Ben is invited to as well. */
    final class Talk {

        final DocumentId document;
        final JsonNode config;
        final String ada;
        final String ben;

        Talk(String title) {
            document = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, fresh(title));
            config = config(ADA, document);
            ada = user(config);
            ben = user(config(BEN, document));
            jdbc.sql("update editing_session set docs_url = :here, docs_internal = :here where document_key = :key")
                    .param("here", host.origin())
                    .param("key", key())
                    .update();
        }

        private static String user(JsonNode config) {
            return config.path("editorConfig").path("user").path("id").asString();
        }

        String key() {
            return config.path("document").path("key").asString();
        }

        String address() {
            return CallbackRoom.address(config);
        }

        /** A callback's fields, signed so many seconds after the beginning. */
        Map<String, Object> says(int second, int status, Object... more) {
            Map<String, Object> claims = fields("key", key(), "status", status, "iat", beginning + second);
            claims.putAll(fields(more));
            return claims;
        }

        /** The fields of a callback that hands over one of the host's files, changed so many seconds after the beginning. */
        Map<String, Object> hands(int second, int status, String file, Object... more) {
            Map<String, Object> claims = says(
                    second,
                    status,
                    "url",
                    host.origin() + "/" + file,
                    "filetype",
                    "docx",
                    "users",
                    List.of(ada),
                    "lastsave",
                    Instant.ofEpochSecond(beginning + second).toString());
            claims.putAll(fields(more));
            return claims;
        }

        HttpResponse<String> tell(Map<String, Object> claims) {
            return callback(address(), claims, sign(claims, docs().secret()));
        }

        /** Says something that must be answered with success. */
        void well(Map<String, Object> claims) {
            HttpResponse<String> answer = tell(claims);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(DONE);
        }

        /** Everybody of these is in. */
        void come(int second, String... who) {
            well(says(second, 1, "users", List.of(who), "actions", List.of(fields("type", 1, "userid", who[0]))));
        }

        void leave(int second, String who, String... stay) {
            well(says(second, 1, "users", List.of(stay), "actions", List.of(fields("type", 0, "userid", who))));
        }

        void allLeave(int second, String last) {
            well(says(second, 4, "actions", List.of(fields("type", 0, "userid", last))));
        }

        boolean edited() {
            return presence.beingEdited(document);
        }

        /** The first names of those who are in. */
        List<String> inside() {
            return !edited()
                    ? List.of()
                    : presence.editorsOf(List.of(document)).getOrDefault(document, List.of()).stream()
                            .map(name -> name.split(" ", 2)[0])
                            .toList();
        }

        boolean marked() {
            return presence.unsaved(List.of(document)).contains(document);
        }

        List<String> versions() {
            return origins(document);
        }

        Row row() {
            return state(document);
        }

        boolean asksAgain() {
            return jdbc.sql("select exists (select 1 from scheduled_tasks where task_name = 'force-save' and"
                            + " task_instance like (select id || '%' from editing_session where document_key = ?))")
                    .param(key())
                    .query(Boolean.class)
                    .single();
        }
    }
}
