package io.dealdocs.attack;

import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DocumentDesk;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.editing.GoneFiles;
import io.dealdocs.publishing.PublicationDesk;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a page can be made to ask of the application for a member.
 *
 * @param method of the application that is asked, as {@code Type.method}
 * @param lasting whether Pipedrive's last word is enough while it is silent
 */
record Question(String name, String method, boolean lasting, Ask ask) {

    private static final byte[] BYTES = "intruder".getBytes(StandardCharsets.UTF_8);
    private static final List<Class<?>> ASKED = List.of(
            DealDocuments.class,
            DocumentDesk.class,
            DocumentVersions.class,
            EditorSessions.class,
            PublicationDesk.class,
            GoneFiles.class,
            CompanySettings.class);
    /** Asked by attempts of its own. */
    private static final Set<String> ELSEWHERE = Set.of("CompanySettings.save");

    /** Asks it. */
    @FunctionalInterface
    interface Ask {
        Object of(Scene scene, MemberId member, DealId deal, DocumentId document) throws Exception;
    }

    /** The methods that take a member and that no question asks. */
    static Set<String> unasked() {
        Set<String> asked = Stream.concat(aboutDocuments(), aboutDeals())
                .map(Question::method)
                .collect(Collectors.toSet());
        return ASKED.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(Question::takesMember)
                        .map(method -> type.getSimpleName() + "." + method.getName()))
                .filter(method -> !asked.contains(method) && !ELSEWHERE.contains(method))
                .collect(Collectors.toSet());
    }

    private static boolean takesMember(Method method) {
        return java.lang.reflect.Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && Arrays.asList(method.getParameterTypes()).contains(MemberId.class);
    }

    /** What can be asked about a deal. */
    static Stream<Question> aboutDeals() {
        return Stream.of(
                new Question(
                        "the list",
                        "DealDocuments.list",
                        true,
                        (scene, member, deal, document) -> scene.documents().list(member, deal)),
                new Question(
                        "the names that are taken",
                        "DealDocuments.takenNames",
                        true,
                        (scene, member, deal, document) -> scene.documents().takenNames(member, deal)),
                new Question(
                        "more of the list",
                        "DealDocuments.further",
                        false,
                        (scene, member, deal, document) -> scene.documents().further(member, deal, 100)),
                new Question(
                        "a new document",
                        "DealDocuments.create",
                        true,
                        (scene, member, deal, document) ->
                                scene.documents().create(member, deal, DocumentKind.DOCUMENT, "Intruder")),
                new Question(
                        "an upload",
                        "DealDocuments.upload",
                        true,
                        (scene, member, deal, document) -> scene.documents()
                                .upload(member, deal, "Intruder.txt", BYTES.length, new ByteArrayInputStream(BYTES))));
    }

    /** What can be asked about one document of a deal. */
    static Stream<Question> aboutDocuments() {
        return Stream.of(opening(), reading(), changing(), publishing()).flatMap(it -> it);
    }

    private static Stream<Question> opening() {
        return Stream.of(
                new Question(
                        "prepare",
                        "EditorSessions.prepare",
                        true,
                        (scene, member, deal, document) -> scene.sessions().prepare(member, deal, Booty.ref(document))),
                // The ticket that a colleague gets opens nothing: what it leads to asks again.
                new Question(
                        "prepare by id, and launch", "EditorSessions.prepare", true, (s, member, deal, document) -> {
                            s.sessions().prepare(member, document);
                            return s.sessions().launch(member, document, false);
                        }),
                new Question(
                        "launch",
                        "EditorSessions.launch",
                        true,
                        (scene, member, deal, document) -> scene.sessions().launch(member, document, false)),
                new Question(
                        "show a version",
                        "EditorSessions.show",
                        true,
                        (scene, member, deal, document) -> scene.sessions().show(member, document, 1, false)),
                new Question(
                        "launch by a link",
                        "EditorSessions.launchByLink",
                        true,
                        (scene, member, deal, document) -> scene.sessions().launchByLink(member, document, false)));
    }

    private static Stream<Question> reading() {
        return Stream.of(
                new Question(
                        "read",
                        "DealDocuments.read",
                        true,
                        (scene, member, deal, document) ->
                                scene.documents().read(member, deal, Booty.ref(document), Question::text)),
                new Question(
                        "look closely",
                        "DocumentDesk.look",
                        true,
                        (scene, member, deal, document) ->
                                scene.bean(DocumentDesk.class).look(member, deal, Booty.ref(document))),
                new Question(
                        "list versions",
                        "DocumentVersions.list",
                        true,
                        (scene, member, deal, document) -> scene.versions().list(member, deal, document)),
                new Question(
                        "read a version",
                        "DocumentVersions.read",
                        true,
                        (scene, member, deal, document) ->
                                scene.versions().read(member, deal, document, 1, Question::text)));
    }

    private static Stream<Question> changing() {
        return Stream.of(
                new Question(
                        "delete",
                        "DealDocuments.delete",
                        false,
                        (scene, member, deal, document) ->
                                scene.documents().delete(member, deal, Booty.ref(document), true)),
                new Question(
                        "rename",
                        "DocumentDesk.rename",
                        false,
                        (scene, member, deal, document) ->
                                scene.bean(DocumentDesk.class).rename(member, deal, Booty.ref(document), "Intruder")),
                new Question(
                        "undo a deletion",
                        "DealDocuments.undo",
                        false,
                        (scene, member, deal, document) -> done(() -> scene.documents()
                                .undo(member, deal, scene.booty().deletion()))),
                new Question(
                        "make a version current",
                        "DocumentVersions.makeCurrent",
                        true,
                        (scene, member, deal, document) ->
                                scene.versions().makeCurrent(member, deal, document, 1, true)),
                new Question(
                        "save a version as a file",
                        "DocumentVersions.saveAsFile",
                        true,
                        (scene, member, deal, document) -> scene.versions().saveAsFile(member, deal, document, 1)),
                new Question(
                        "keep what was deleted in Pipedrive",
                        "GoneFiles.keep",
                        false,
                        (scene, member, deal, document) ->
                                done(() -> scene.bean(GoneFiles.class).keep(member, document, file(scene)))),
                new Question(
                        "delete what was deleted in Pipedrive",
                        "GoneFiles.delete",
                        false,
                        (scene, member, deal, document) ->
                                done(() -> scene.bean(GoneFiles.class).delete(member, document, file(scene)))));
    }

    private static Stream<Question> publishing() {
        return Stream.of(
                new Question(
                        "publish now",
                        "PublicationDesk.publishNow",
                        false,
                        (scene, member, deal, document) ->
                                done(() -> scene.publications().publishNow(member, deal, document))),
                new Question(
                        "publish again",
                        "PublicationDesk.tryAgain",
                        false,
                        (scene, member, deal, document) ->
                                done(() -> scene.publications().tryAgain(member, deal, document))),
                new Question(
                        "move to a deal of one's own",
                        "PublicationDesk.saveToAnotherDeal",
                        false,
                        (scene, member, deal, document) -> done(
                                () -> scene.publications().saveToAnotherDeal(member, document, deal, own(member)))));
    }

    private static FileId file(Scene scene) {
        return new FileId(scene.booty().secretFile().id());
    }

    private static DealId own(MemberId member) {
        return member.equals(Scene.BEN) ? Scene.SHARED : new DealId(1);
    }

    private static Object done(Runnable deed) {
        deed.run();
        return "done";
    }

    static String text(InputStream bytes, long size) throws java.io.IOException {
        return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
