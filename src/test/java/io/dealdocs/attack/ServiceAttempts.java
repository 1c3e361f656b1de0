package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks for Acme's things by their ids, as somebody whom they do not belong to: what any page could be made to ask. */
final class ServiceAttempts {

    private static final byte[] BYTES = "intruder".getBytes(StandardCharsets.UTF_8);

    private ServiceAttempts() {}

    /** Something that is asked of the application for a member. */
    @FunctionalInterface
    private interface Question {
        Object ask(Scene scene, MemberId member, DealId deal, DocumentId document) throws Exception;
    }

    private record Named(String name, Question question) {}

    static Stream<Attempt> all() {
        return Stream.of(foreigners(), waiting(), lists(), ben(), references()).flatMap(it -> it);
    }

    /** What can be asked about one document of a deal. */
    private static Stream<Named> questions() {
        return Stream.of(
                new Named(
                        "prepare",
                        (scene, member, deal, document) -> scene.sessions().prepare(member, deal, Booty.ref(document))),
                // The ticket that a colleague gets opens nothing: what it leads to asks again.
                new Named("prepare by id, and launch", (scene, member, deal, document) -> {
                    scene.sessions().prepare(member, document);
                    return scene.sessions().launch(member, document, false);
                }),
                new Named(
                        "launch",
                        (scene, member, deal, document) -> scene.sessions().launch(member, document, false)),
                new Named(
                        "read",
                        (scene, member, deal, document) -> scene.documents()
                                .read(member, deal, Booty.ref(document), (bytes, size) -> text(bytes.readAllBytes()))),
                new Named("delete", (scene, member, deal, document) -> {
                    scene.documents().delete(member, deal, Booty.ref(document), true);
                    return "deleted";
                }),
                new Named(
                        "list versions",
                        (scene, member, deal, document) -> scene.versions().list(member, deal, document)),
                new Named(
                        "read a version",
                        (scene, member, deal, document) -> scene.versions()
                                .read(member, deal, document, 1, (bytes, size) -> text(bytes.readAllBytes()))),
                new Named(
                        "make a version current",
                        (scene, member, deal, document) ->
                                scene.versions().makeCurrent(member, deal, document, 1, true)),
                new Named(
                        "save a version as a file",
                        (scene, member, deal, document) -> scene.versions().saveAsFile(member, deal, document, 1)),
                new Named("publish now", (scene, member, deal, document) -> {
                    scene.publications().publishNow(member, deal, document);
                    return "published";
                }),
                new Named("publish again", (scene, member, deal, document) -> {
                    scene.publications().tryAgain(member, deal, document);
                    return "published";
                }),
                new Named("move to a deal of one's own", (scene, member, deal, document) -> {
                    scene.publications().saveToAnotherDeal(member, document, deal, own(member));
                    return "moved";
                }));
    }

    private static DealId own(MemberId member) {
        return member.equals(Scene.BEN) ? Scene.SHARED : new DealId(1);
    }

    private static Stream<Attempt> foreigners() {
        return questions()
                .flatMap(named -> Stream.of(
                        attempt(Fault.EQUAL_NUMBERS, named, Scene.GUS, Scene.PRIVATE),
                        attempt(Fault.TENANT_KEY_BY_SUM, named, Scene.GINA, Scene.PRIVATE),
                        attempt(Fault.FOREIGN_REFERENCE, named, Scene.GUS, Scene.SHARED)));
    }

    // What Pipedrive does not have is not refused by Pipedrive either.
    private static Stream<Attempt> waiting() {
        return Stream.of(Scene.GUS, Scene.GINA, Scene.BEN)
                .flatMap(member -> questions()
                        .map(named -> attempt(
                                member.equals(Scene.BEN) ? Fault.COLLEAGUE_WITHOUT_RIGHTS : Fault.FOREIGN_REFERENCE,
                                named,
                                member,
                                Scene.PRIVATE,
                                "a document that waits",
                                Booty::waiting)));
    }

    private static Stream<Attempt> ben() {
        return questions()
                .flatMap(named -> Stream.of(
                        attempt(Fault.COLLEAGUE_WITHOUT_RIGHTS, named, Scene.BEN, Scene.PRIVATE),
                        attempt(Fault.FOREIGN_REFERENCE, named, Scene.BEN, Scene.SHARED)));
    }

    private static Attempt attempt(Fault fault, Named named, MemberId member, DealId deal) {
        return attempt(fault, named, member, deal, "Ada's document", Booty::secret);
    }

    private static Attempt attempt(
            Fault fault, Named named, MemberId member, DealId deal, String what, Function<Booty, DocumentId> document) {
        return fault.attempt(
                        "%s of %s, by %s in deal %s".formatted(named.name(), what, who(member), deal),
                        (scene, client) -> refused(
                                client, () -> named.question().ask(scene, member, deal, document.apply(scene.booty()))))
                .by(member.equals(Scene.BEN) ? Suspect.COLLEAGUE : Suspect.STRANGER)
                .after((scene, client) -> assertThat(scene.versions()
                                .list(Scene.ADA, Scene.PRIVATE, scene.booty().secret()))
                        .isNotEmpty());
    }

    private static Stream<Attempt> lists() {
        return Stream.of(Scene.GUS, Scene.GINA)
                .flatMap(member -> Stream.of(
                        Fault.EQUAL_NUMBERS.attempt(
                                "the list of deal 2 by " + who(member),
                                (scene, client) -> client.note(scene.documents()
                                        .list(member, Scene.PRIVATE)
                                        .toString())),
                        Fault.DEAL_FROM_REQUEST.attempt(
                                "the list of deal 5 by " + who(member),
                                (scene, client) ->
                                        refused(client, () -> scene.documents().list(member, Scene.SHARED))),
                        Fault.DEAL_FROM_REQUEST.attempt(
                                "a new document in deal 5 by " + who(member),
                                (scene, client) -> refused(
                                        client,
                                        () -> scene.documents()
                                                .create(member, Scene.SHARED, DocumentKind.DOCUMENT, "Intruder"))),
                        Fault.DEAL_FROM_REQUEST.attempt(
                                "an upload to deal 5 by " + who(member),
                                (scene, client) -> refused(client, () -> upload(scene, member, Scene.SHARED)))));
    }

    private static Stream<Attempt> references() {
        return Stream.concat(
                Stream.of(
                        Fault.COLLEAGUE_WITHOUT_RIGHTS
                                .attempt(
                                        "the list of deal 2 by Ben",
                                        (scene, client) -> refused(
                                                client, () -> scene.documents().list(Scene.BEN, Scene.PRIVATE)))
                                .by(Suspect.COLLEAGUE),
                        Fault.COLLEAGUE_WITHOUT_RIGHTS
                                .attempt(
                                        "a new document in deal 2 by Ben",
                                        (scene, client) -> refused(
                                                client,
                                                () -> scene.documents()
                                                        .create(
                                                                Scene.BEN,
                                                                Scene.PRIVATE,
                                                                DocumentKind.DOCUMENT,
                                                                "Intruder")))
                                .by(Suspect.COLLEAGUE),
                        Fault.COLLEAGUE_WITHOUT_RIGHTS
                                .attempt(
                                        "an upload to deal 2 by Ben",
                                        (scene, client) ->
                                                refused(client, () -> upload(scene, Scene.BEN, Scene.PRIVATE)))
                                .by(Suspect.COLLEAGUE)),
                Stream.of("", "x", "d", "f", "f0", "f-1", "d1", "f9999999999999999999", "f1' or '1'='1", "d../../etc")
                        .map(ServiceAttempts::forged));
    }

    private static Attempt forged(String reference) {
        return Fault.FORGED_REFERENCE.attempt("a line named <" + reference + ">", (scene, client) -> {
            DealFile.Ref ref = new DealFile.Ref(reference);
            refused(client, () -> scene.sessions().prepare(Scene.GUS, Scene.PRIVATE, ref));
            refused(
                    client,
                    () -> scene.documents()
                            .read(Scene.GUS, Scene.PRIVATE, ref, (bytes, size) -> text(bytes.readAllBytes())));
            refused(client, () -> {
                scene.documents().delete(Scene.GUS, Scene.PRIVATE, ref, true);
                return "deleted";
            });
        });
    }

    private static Object upload(Scene scene, MemberId member, DealId deal) throws Exception {
        return scene.documents().upload(member, deal, "Intruder.txt", BYTES.length, new ByteArrayInputStream(BYTES));
    }

    private static void refused(Client client, java.util.concurrent.Callable<?> question) throws Exception {
        try {
            Object answer = Objects.requireNonNullElse(question.call(), "nothing");
            client.note(answer.toString());
            throw new AssertionError("answered with " + answer);
        } catch (Refusal refusal) {
            client.note(refusal.reason() + " " + refusal.arguments());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String who(MemberId member) {
        return member.equals(Scene.BEN) ? "Ben" : member.equals(Scene.GUS) ? "Gus" : "Gina";
    }
}
