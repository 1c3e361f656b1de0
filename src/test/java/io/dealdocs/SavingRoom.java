package io.dealdocs;

import static io.dealdocs.DocsVoice.callback;
import static io.dealdocs.DocsVoice.fields;
import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.shared.DocumentId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Saves that a Docs server hands over, and saves that are handed over by hand. */
abstract class SavingRoom extends DealRoom {

    boolean failed(String key) {
        return jdbc.sql("select failed_at is not null from editing_session where document_key = ?")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    void awaitOrigins(DocumentId document, String... expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(origins(document)).containsExactly(expected));
    }

    String key(DocumentId document) {
        return config(ADA, document).path("document").path("key").asString();
    }

    /** Lets somebody write into a document, and answers where the Docs server laid the result. */
    String result(DocumentId document, String text) throws Exception {
        String key = key(document);
        write(BEN, document, text);
        return docs().awaitCallback(key, 2, PATIENCE).body().path("url").asString();
    }

    static Map<String, Object> saved(JsonNode session, int status, String result) {
        return fields(
                "key",
                session.path("document").path("key").asString(),
                "status",
                status,
                "url",
                result,
                "filetype",
                "docx",
                "users",
                List.of(session.path("editorConfig").path("user").path("id").asString()));
    }

    static String address(JsonNode session) {
        return session.path("editorConfig").path("callbackUrl").asString();
    }

    HttpResponse<String> deliver(JsonNode session, Map<String, Object> claims) {
        return callback(address(session), claims, sign(claims, docs().secret()));
    }
}
