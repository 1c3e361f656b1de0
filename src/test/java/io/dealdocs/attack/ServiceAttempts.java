package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks for Acme's things by their ids, as somebody whom they do not belong to: what any page could be made to ask. */
final class ServiceAttempts {

    private ServiceAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(
                        whole(), foreigners(), lists(), others("waits", Booty::waiting), deleted(), ben(), references())
                .flatMap(it -> it);
    }

    private static Stream<Attempt> whole() {
        return Stream.of(Fault.FOREIGN_REFERENCE.attempt(
                "a question that no attempt asks",
                (scene, client) -> assertThat(Question.unasked()).isEmpty()));
    }

    private static Stream<Attempt> foreigners() {
        return Question.aboutDocuments()
                .flatMap(question -> Stream.of(
                        attempt(Fault.EQUAL_NUMBERS, question, Scene.GUS, Scene.PRIVATE),
                        attempt(Fault.TENANT_KEY_BY_SUM, question, Scene.GINA, Scene.PRIVATE),
                        attempt(Fault.FOREIGN_REFERENCE, question, Scene.GUS, Scene.SHARED),
                        // His number is the one of whoever wrote it.
                        attempt(
                                Fault.EQUAL_NUMBERS,
                                question,
                                Scene.GUS,
                                Scene.SHARED,
                                "what Ada wrote for all",
                                Booty::shared)));
    }

    // What Pipedrive does not have is not refused by Pipedrive either.
    private static Stream<Attempt> others(String how, Function<Booty, DocumentId> document) {
        return Stream.of(Scene.GUS, Scene.GINA, Scene.BEN)
                .flatMap(member -> Question.aboutDocuments()
                        .map(question -> attempt(
                                member.equals(Scene.BEN) ? Fault.COLLEAGUE_WITHOUT_RIGHTS : Fault.FOREIGN_REFERENCE,
                                question,
                                member,
                                Scene.PRIVATE,
                                "a document that " + how,
                                document)));
    }

    private static Stream<Attempt> deleted() {
        return Stream.concat(
                others("was deleted", Booty::deleted),
                Question.aboutDocuments()
                        .map(question -> attempt(
                                Fault.COLLEAGUE_WITHOUT_RIGHTS,
                                question,
                                Scene.BEN,
                                Scene.SHARED,
                                "a document that was deleted",
                                Booty::deleted)));
    }

    private static Stream<Attempt> ben() {
        return Question.aboutDocuments()
                .flatMap(question -> Stream.of(
                        attempt(Fault.COLLEAGUE_WITHOUT_RIGHTS, question, Scene.BEN, Scene.PRIVATE),
                        attempt(Fault.FOREIGN_REFERENCE, question, Scene.BEN, Scene.SHARED)));
    }

    private static Stream<Attempt> lists() {
        return Question.aboutDeals()
                .flatMap(question -> Stream.of(
                        attempt(Fault.DEAL_FROM_REQUEST, question, Scene.GUS, Scene.SHARED),
                        attempt(Fault.DEAL_FROM_REQUEST, question, Scene.GINA, Scene.SHARED),
                        attempt(Fault.COLLEAGUE_WITHOUT_RIGHTS, question, Scene.BEN, Scene.PRIVATE)));
    }

    private static Attempt attempt(Fault fault, Question question, MemberId member, DealId deal) {
        return attempt(fault, question, member, deal, "Ada's document", Booty::secret);
    }

    private static Attempt attempt(
            Fault fault,
            Question question,
            MemberId member,
            DealId deal,
            String what,
            Function<Booty, DocumentId> document) {
        return fault.attempt(
                        "%s of %s, by %s in deal %s".formatted(question.name(), what, who(member), deal),
                        (scene, client) -> refused(
                                client, () -> question.ask().of(scene, member, deal, document.apply(scene.booty()))))
                .by(suspect(member))
                .after((scene, client) -> assertThat(scene.versions()
                                .list(Scene.ADA, Scene.PRIVATE, scene.booty().secret()))
                        .isNotEmpty());
    }

    private static Stream<Attempt> references() {
        return Stream.concat(
                Stream.of(Scene.GUS, Scene.GINA)
                        .map(member -> Fault.EQUAL_NUMBERS.attempt(
                                "the list of deal 2 by " + who(member),
                                (scene, client) -> client.note(scene.documents()
                                        .list(member, Scene.PRIVATE)
                                        .toString()))),
                Stream.of("", "x", "d", "f", "f0", "f-1", "d1", "f9999999999999999999", "f1' or '1'='1", "d../../etc")
                        .map(ServiceAttempts::forged));
    }

    private static Attempt forged(String reference) {
        return Fault.FORGED_REFERENCE.attempt("a line named <" + reference + ">", (scene, client) -> {
            DealFile.Ref ref = new DealFile.Ref(reference);
            List<Callable<?>> questions = List.of(
                    () -> scene.sessions().prepare(Scene.GUS, Scene.PRIVATE, ref),
                    () -> scene.documents().read(Scene.GUS, Scene.PRIVATE, ref, Question::text),
                    () -> scene.documents().delete(Scene.GUS, Scene.PRIVATE, ref, true));
            for (Callable<?> question : questions) {
                refused(client, question);
            }
        });
    }

    /** Fails where the question is answered. */
    static void refused(Client client, Callable<?> question) throws Exception {
        try {
            Object answer = Objects.requireNonNullElse(question.call(), "nothing");
            client.note(answer.toString());
            throw new AssertionError("answered with " + answer);
        } catch (Refusal refusal) {
            client.note(refusal.reason() + " " + refusal.arguments());
        }
    }

    static Suspect suspect(MemberId member) {
        return member.equals(Scene.BEN)
                ? Suspect.COLLEAGUE
                : member.equals(Scene.ADA) ? Suspect.VICTIM : Suspect.STRANGER;
    }

    static String who(MemberId member) {
        return member.equals(Scene.BEN)
                ? "Ben"
                : member.equals(Scene.GUS) ? "Gus" : member.equals(Scene.ADA) ? "Ada" : "Gina";
    }
}
