package io.dealdocs;

import static io.dealdocs.DocsVoice.fields;
import static io.dealdocs.DocsVoice.post;
import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of statuses, with every field a Docs server sends (onlyoffice-docs-server contract, section 3.5): what is
 * answered, and what becomes of the document and of who is in. Ada and Ben are in before each row.
 */
class CallbackTableTests extends CallbackRoom {

    @BeforeAll
    static void layOutMore() {
        host.lay("whole.odt", ResultHost.archive("text"));
        host.lay("broken.docx", "PK\3\4 and no more".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        host.lay("gone.docx", exchange -> exchange.sendResponseHeaders(410, -1));
    }

    @ParameterizedTest(name = "{0} with {1}: {2}, {3}, revision {4}, in: {5}, marked: {6}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # status | fields                                                   | answer | new version  | rev. | in       | marked
        # who is in: any answer but success would alarm every editor
        1        | users=ada,ben in=ben                                     | 200    | -            | 1    | Ada Ben  | no
        1        | users=ada out=ben                                        | 200    | -            | 1    | Ada      | no
        1        | users=ada userdata=tag                                   | 200    | -            | 1    | Ada      | no
        1        | users=ada,stranger in=stranger                           | 200    | -            | 1    | Ada      | no
        1        | users=stranger                                           | 200    | -            | 1    | -        | no
        1        | users=none out=ada                                       | 200    | -            | 1    | -        | no
        1        | users=none userdata=silent                               | 200    | -            | 1    | -        | no
        1        | in=ada                                                   | 200    | -            | 1    | Ada      | no
        1        | users=odd                                                | 200    | -            | 1    | Ada Ben  | no
        1        | -                                                        | 200    | -            | 1    | Ada Ben  | no
        4        | out=ada                                                  | 200    | -            | 1    | -        | no
        4        | -                                                        | 200    | -            | 1    | -        | no
        4        | users=ada url=whole.docx filetype=docx                   | 200    | -            | 1    | -        | no
        # the last save
        2        | url=whole.docx filetype=docx users=ada out=ada history changesurl=changes.zip lastsave notmodified=false | 200 | SAVED | 2 | - | no
        2        | url=whole.docx filetype=docx users=ada out=ben notmodified=true lastsave | 200 | SAVED | 2 | -        | no
        2        | url=whole.docx filetype=docx users=none                  | 200    | SAVED        | 2    | -        | no
        2        | url=whole.docx filetype=docx users=stranger              | 200    | SAVED        | 2    | -        | no
        2        | url=whole.docx filetype=docx users=odd history=odd changesurl=odd lastsave=odd notmodified=odd | 200 | SAVED | 2 | - | no
        2        | url=whole.docx filetype=docx history=empty               | 200    | SAVED        | 2    | -        | no
        2        | url=whole.docx filetype=docx history changesurl=gone.docx | 200   | SAVED        | 2    | -        | no
        2        | url=whole.docx filetype=docx history changesurl=elsewhere | 200   | SAVED        | 2    | -        | no
        2        | url=whole.docx filetype=docx history changesurl=broken.docx | 200 | SAVED        | 2    | -        | no
        2        | url=whole.docx filetype=docx formsdataurl=x encrypted=true mailMerge=x | 200 | SAVED | 2   | -        | no
        2        | url=whole.docx filetype=DOCX                             | 200    | SAVED        | 2    | -        | no
        2        | url=whole.docx                                           | 200    | SAVED        | 2    | -        | no
        2        | url=whole.odt filetype=odt users=ada                     | 200    | RECOVERED    | 2    | -        | no
        2        | url=gone.docx filetype=docx                              | 503    | -            | 1    | -        | yes
        2        | url=elsewhere filetype=docx                              | 403    | -            | 1    | -        | yes
        2        | filetype=docx users=ada                                  | 422    | -            | 1    | -        | yes
        # it could not be assembled
        3        | users=ada out=ada lastsave notmodified=false             | 422    | -            | 1    | -        | yes
        3        | url=whole.docx filetype=docx users=ada out=ada           | 200    | RECOVERED    | 2    | -        | yes
        3        | url=broken.docx filetype=docx users=ada                  | 200    | RECOVERED    | 2    | -        | yes
        3        | url=gone.docx filetype=docx                              | 503    | -            | 1    | -        | yes
        # saved while people go on
        6        | url=whole.docx filetype=docx users=ada button=ada forcesavetype=1 history changesurl=changes.zip lastsave | 200 | FORCE_SAVED | 1 | Ada Ben | no
        6        | url=whole.docx filetype=docx users=ada forcesavetype=0 userdata=hourly | 200 | FORCE_SAVED | 1 | Ada Ben  | no
        6        | url=whole.docx filetype=docx users=ada forcesavetype=0 userdata=left_behind | 200 | FORCE_SAVED | 1 | Ada Ben | no
        6        | url=whole.docx filetype=docx users=ada forcesavetype=0 userdata=retry | 200 | FORCE_SAVED | 1 | Ada Ben  | no
        6        | url=whole.docx filetype=docx forcesavetype=0 userdata=ending_nothing | 200 | FORCE_SAVED | 1 | Ada Ben  | no
        6        | url=whole.docx filetype=docx forcesavetype=0 userdata=odd | 200   | FORCE_SAVED  | 1    | Ada Ben  | no
        6        | url=whole.docx filetype=docx users=none forcesavetype=2  | 200    | FORCE_SAVED  | 1    | Ada Ben  | no
        6        | url=whole.docx filetype=docx users=stranger forcesavetype=3 formsdataurl=x | 200 | FORCE_SAVED | 1 | Ada Ben | no
        6        | url=whole.odt filetype=odt forcesavetype=1               | 200    | RECOVERED    | 1    | Ada Ben  | no
        6        | url=gone.docx filetype=docx forcesavetype=1              | 503    | -            | 1    | Ada Ben  | yes
        6        | url=elsewhere filetype=docx forcesavetype=1              | 403    | -            | 1    | Ada Ben  | yes
        6        | filetype=docx forcesavetype=1                            | 200    | -            | 1    | Ada Ben  | yes
        # saving while people go on failed
        7        | users=ada lastsave forcesavetype=1                       | 200    | -            | 1    | Ada Ben  | yes
        7        | url=whole.docx filetype=docx users=ada forcesavetype=0 userdata=hourly | 200 | RECOVERED | 1 | Ada Ben   | yes
        7        | url=gone.docx filetype=docx users=ada forcesavetype=0    | 200    | -            | 1    | Ada Ben  | yes
        # what no Docs server says today
        0        | -                                                        | 200    | -            | 1    | Ada Ben  | no
        5        | url=whole.docx filetype=docx mailMerge=x                 | 200    | -            | 1    | Ada Ben  | no
        8        | url=whole.docx filetype=docx users=ada                   | 200    | -            | 1    | Ada Ben  | no
        """)
    void everyStatusWithEveryField(
            int status,
            @Nullable String words,
            int answer,
            @Nullable String version,
            int revision,
            @Nullable String inside,
            String marked) {
        Talk talk = new Talk("Row");
        talk.come(1, talk.ada, talk.ben);
        HttpResponse<String> told = talk.tell(claims(talk, status, words));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(answer);
        if (answer == 200) {
            assertThat(told.body()).isEqualTo(DONE);
        } else {
            assertThat(told.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(talk.versions()).isEqualTo(version == null ? List.of("IMPORTED") : List.of("IMPORTED", version));
        assertThat(talk.row().revision()).isEqualTo(revision);
        assertThat(talk.row().head()).isEqualTo("SAVED".equals(version) || "FORCE_SAVED".equals(version) ? 2 : 1);
        assertThat(talk.inside()).isEqualTo(inside == null ? List.of() : List.of(inside.split(" ", -1)));
        assertThat(talk.marked()).isEqualTo(marked.equals("yes"));
        assertThat(talk.asksAgain())
                .as("asked for again")
                .isEqualTo((status == 6 || status == 7) && marked.equals("yes"));
    }

    /** Fields in the table's short form. */
    private static Map<String, Object> claims(Talk talk, int status, @Nullable String words) {
        Map<String, Object> claims = talk.says(10, status);
        for (String word : words == null ? new String[0] : words.split(" ", -1)) {
            String[] parts = word.split("=", 2);
            claim(talk, claims, parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return claims;
    }

    private static void claim(Talk talk, Map<String, Object> claims, String name, String value) {
        switch (name) {
            case "users" -> claims.put(name, value.equals("odd") ? List.of(7, List.of()) : people(talk, value));
            case "in" -> claims.put("actions", List.of(fields("type", 1, "userid", person(talk, value))));
            case "out" -> claims.put("actions", List.of(fields("type", 0, "userid", person(talk, value))));
            case "button" -> claims.put("actions", List.of(fields("type", 2, "userid", person(talk, value))));
            case "url", "changesurl" -> claims.put(name, value.equals("odd") ? 7 : address(value));
            case "history" -> claims.put(name, history(talk, value));
            case "lastsave" -> claims.put(name, value.equals("odd") ? "lately" : "2026-03-01T10:00:00.000Z");
            case "notmodified", "encrypted" -> claims.put(name, value.equals("odd") ? value : Boolean.valueOf(value));
            case "forcesavetype" -> claims.put(name, Integer.valueOf(value));
            case "userdata" -> claims.put(name, value.equals("odd") ? Map.of("a", 1) : value.replace('_', ' '));
            default -> claims.put(name, value);
        }
    }

    private static List<String> people(Talk talk, String names) {
        List<String> people = new ArrayList<>();
        for (String name : names.equals("none") ? new String[0] : names.split(",", -1)) {
            people.add(person(talk, name));
        }
        return people;
    }

    private static String person(Talk talk, String name) {
        return switch (name) {
            case "ada" -> talk.ada;
            case "ben" -> talk.ben;
            default -> name;
        };
    }

    private static String address(String file) {
        return file.equals("elsewhere") ? "http://127.0.0.1:1/whole.docx" : host.origin() + "/" + file;
    }

    private static Object history(Talk talk, String kind) {
        return switch (kind) {
            case "odd" -> "history";
            case "empty" -> Map.of();
            default ->
                fields("serverVersion", "9.3.1", "changes", List.of(change(talk.ada, "Ada"), change(talk.ben, "Ben")));
        };
    }

    private static Map<String, Object> change(String id, String name) {
        return fields("created", "2026-03-01 10:00:00", "user", fields("id", id, "name", name));
    }

    /** What the newest version says of its history. */
    record Told(boolean archive, boolean changes, String author) {}

    private Told told(Talk talk) {
        return jdbc.sql("select changes_id is not null as archive, changes is not null as changes, author_name as"
                        + " author from version where document_id = ? order by number desc limit 1")
                .param(talk.document.value())
                .query(Told.class)
                .single();
    }

    @Test
    void aSaveBringsItsHistoryAndItsAuthor() {
        Talk talk = new Talk("History");
        Map<String, Object> claims =
                claims(talk, 2, "url=whole.docx filetype=docx users=ben history changesurl=changes.zip");
        talk.well(claims);
        assertThat(told(talk).archive()).isEqualTo(true);
        assertThat(told(talk).changes()).isEqualTo(true);
        assertThat(told(talk).author()).startsWith("Ben");
    }

    @Test
    void anArchiveOfChangesThatIsNoneIsNotKeptAndTheSaveIs() {
        Talk talk = new Talk("Broken archive");
        talk.well(claims(talk, 2, "url=whole.docx filetype=docx history changesurl=broken.docx"));
        assertThat(told(talk).archive()).isEqualTo(false);
        assertThat(told(talk).changes()).isEqualTo(true);
    }

    @Test
    void whereNobodyIsNamedTheHistoryTellsTheAuthor() {
        Talk talk = new Talk("Unnamed");
        talk.well(claims(talk, 2, "url=whole.docx filetype=docx users=none history"));
        assertThat(told(talk).author()).startsWith("Ben");
    }

    /** A Docs server cuts the header's token and the plain body when the token would get too long; not the body's token. */
    @Test
    void aHistoryTooLongForTheHeaderIsReadFromTheBodysToken() {
        Talk talk = new Talk("Long history");
        Map<String, Object> whole = claims(talk, 2, "url=whole.docx filetype=docx users=ada changesurl=changes.zip");
        List<Object> changes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            changes.add(change(talk.ada, "Ada who wrote for hours"));
        }
        whole.put("history", fields("serverVersion", "9.3.1", "changes", changes));
        Map<String, Object> cut = cut(whole);
        String header = "Bearer " + sign(fields("payload", cut), docs().secret());
        cut.put("token", sign(whole, docs().secret()));
        assertThat(post(talk.address(), cut, "Authorization", header).body()).isEqualTo(DONE);
        assertThat(told(talk).archive()).isEqualTo(true);
        assertThat(told(talk).changes()).isEqualTo(true);
    }

    private static Map<String, Object> cut(Map<String, Object> whole) {
        Map<String, Object> cut = new LinkedHashMap<>(whole);
        cut.remove("changesurl");
        cut.put("history", Map.of());
        return cut;
    }

    @Test
    void theLongestTokenOfAHeaderIsRead() {
        Talk talk = new Talk("Long header");
        Map<String, Object> claims =
                claims(talk, 2, "url=whole.docx filetype=docx history changesurl=changes.zip users=ada");
        String token = ofLength(7167, claims);
        HttpResponse<String> answer = post(talk.address(), claims, "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(talk.versions()).endsWith("SAVED");
        assertThat(told(talk).archive()).isEqualTo(true);
        assertThat(told(talk).changes()).isEqualTo(true);
    }

    private static String ofLength(int length, Map<String, Object> claims) {
        Map<String, Object> padded = new LinkedHashMap<>(claims);
        String longest = "";
        for (int filling = 3000; longest.length() < length - 1; filling++) {
            padded.put("padding", "x".repeat(filling));
            longest = sign(fields("payload", padded), docs().secret());
        }
        assertThat(longest.length()).isBetween(length - 1, length);
        return longest;
    }

    @Test
    void onlyTheVerifiedTokenNamesTheChanges() {
        Talk talk = new Talk("Unsigned changes");
        host.lay("unsigned.zip", ResultHost.archive("unsigned"));
        Map<String, Object> signed = claims(talk, 2, "url=whole.docx filetype=docx users=ada history=empty");
        Map<String, Object> body =
                claims(talk, 2, "url=whole.docx filetype=docx users=ben history changesurl=unsigned.zip");
        body.put("token", sign(signed, docs().secret()));
        assertThat(post(talk.address(), body).body()).isEqualTo(DONE);
        assertThat(host.asked("unsigned.zip")).isZero();
        assertThat(told(talk).archive()).isEqualTo(false);
        assertThat(told(talk).changes()).isEqualTo(false);
        assertThat(told(talk).author()).startsWith("Ada");
    }
}
