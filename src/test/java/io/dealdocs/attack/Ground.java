package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.RecordedRequest;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How things stand at Acme: its rows here, and its files at Pipedrive.
 *
 * @param state one line a thing
 */
record Ground(List<String> state) {

    private static final List<String> QUESTIONS = List.of(
            "select 'documents ' || count(*) from document where company_id = 54321",
            "select concat_ws(' ', 'document', id, name, head, published, revision, subject_id, attention, deleted_at)"
                    + " from document where id in (:booty) order by id",
            "select concat_ws(' ', 'version', document_id, number, origin, sha256, author_id, author_name)"
                    + " from version where document_id in (:booty) order by document_id, number",
            "select concat_ws(' ', 'deletion', id, begun_at) from deletion where document_id in (:booty)",
            "select concat_ws(' ', 'publication', file_id, document_id, version, current, removal)"
                    + " from publication where document_id in (:booty) order by file_id",
            "select concat_ws(' ', 'session', id, document_key, docs_url, docs_header, ended_at, failed_at)"
                    + " from editing_session where document_id in (:booty) order by id",
            "select concat_ws(' ', 'settings', address, header, co_editing, md5(secret), version)"
                    + " from docs_settings where company_id = 54321",
            "select concat_ws(' ', 'company', name, api_domain, abandoned_at, publish_rule, through_others)"
                    + " from company where id = 54321",
            "select concat_ws(' ', 'member', m.user_id, m.name, m.account_admin, t.dead, md5(t.access_token))"
                    + " from member m left join member_token t using (company_id, user_id)"
                    + " where company_id = 54321 order by m.user_id");

    static Ground of(Scene scene) {
        scene.pipedrive().forgetRequests();
        return new Ground(look(scene));
    }

    private static List<String> look(Scene scene) {
        List<String> state = new ArrayList<>();
        List<UUID> booty = Stream.concat(
                        scene.booty().acmes().stream(),
                        Stream.of(scene.booty().waiting(), scene.booty().deleted()))
                .map(DocumentId::value)
                .toList();
        for (String question : QUESTIONS) {
            var asked = scene.jdbc().sql(question);
            state.addAll((question.contains(":booty") ? asked.param("booty", booty) : asked)
                    .query(String.class)
                    .list());
        }
        Stream.of(Scene.PRIVATE, Scene.SHARED)
                .flatMap(deal -> files(scene, deal))
                .forEach(state::add);
        return state;
    }

    private static Stream<String> files(Scene scene, DealId deal) {
        return scene.pipedrive().files(PipedriveSandbox.ACME, deal.value()).stream()
                .filter(file -> file.name().contains("canary") || file.name().contains("ntruder"))
                .map(file -> "file " + deal + " " + file.id() + " " + file.name() + " " + file.size());
    }

    /** Fails where something of Acme's has changed, or where one of its tokens was used for the suspect. */
    void requireUntouched(Scene scene, Suspect suspect) {
        assertThat(look(scene)).as("Acme's data").isEqualTo(state);
        assertThat(scene.pipedrive().requests())
                .as("requests with a token of Acme's")
                .noneMatch(request -> foreign(scene, request, suspect));
    }

    // What other work does at Pipedrive meanwhile concerns other files.
    private static boolean foreign(Scene scene, RecordedRequest request, Suspect suspect) {
        boolean acmes = request.companyId().orElse(0) == PipedriveSandbox.ACME;
        boolean booty = Stream.of(
                        "/deals/2",
                        "/deals/5",
                        "/users/me",
                        "/files/" + scene.booty().secretFile().id())
                .anyMatch(request.path()::contains);
        return acmes && booty && !suspect.mayAskAs(request.userId().orElse(0));
    }
}
