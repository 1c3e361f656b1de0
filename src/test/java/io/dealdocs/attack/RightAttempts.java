package io.dealdocs.attack;

import static io.dealdocs.attack.ServiceAttempts.refused;
import static io.dealdocs.attack.ServiceAttempts.suspect;
import static io.dealdocs.attack.ServiceAttempts.who;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Waits until Pipedrive is silent, when its last word holds: with a right that was taken away before, that is too old,
 * that is somebody else's, or that never was enough.
 */
final class RightAttempts {

    private static final int ALWAYS = 1_000_000;
    private static final String DEAL = "GET /deals/{id}";

    private RightAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(takenAway(), expired(), others(), notEnough(), left()).flatMap(it -> it);
    }

    /** What holds for a while may be asked about the document that Ben sees. */
    private static Stream<Question> lasting() {
        return Stream.concat(Question.aboutDeals(), Question.aboutDocuments()).filter(Question::lasting);
    }

    private static Stream<Attempt> takenAway() {
        return Stream.concat(
                Stream.of(403, 404, 401)
                        .flatMap(status -> Stream.of("the list", "launch", "read", "read a version")
                                .map(name -> takenAway(status, named(name)))),
                lasting().map(question -> hidden(question)));
    }

    private static Question named(String name) {
        return lasting()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    // A 401 asks for a new token first: where that meets silence, the 401 was the last word.
    private static Attempt takenAway(int status, Question question) {
        return silently(question.name() + " by Ben, whom Pipedrive answered " + status + " before", question, scene -> {
            scene.pipedrive().faults().failNext(DEAL, status, 1);
            if (status == 401) {
                scene.pipedrive().faults().failNext("*", 503, ALWAYS);
            }
        });
    }

    private static Attempt hidden(Question question) {
        return silently(
                question.name() + " by Ben, from whom the deal was hidden before",
                question,
                scene -> scene.pipedrive()
                        .faults()
                        .hideDeal(
                                Scene.BEN.company().value(),
                                Scene.SHARED.value(),
                                Scene.BEN.user().value()));
    }

    /** Something that happens before the silence. */
    @FunctionalInterface
    private interface Before {
        void in(Scene scene);
    }

    private static Attempt silently(String name, Question question, Before end) {
        return Fault.STALE_RIGHTS
                .attempt(name, (scene, client) -> {
                    try {
                        end.in(scene);
                        refused(client, () -> scene.documents().list(Scene.BEN, Scene.SHARED));
                        answersAgain(scene);
                        silence(scene);
                        refused(client, () -> ask(scene, question, Scene.BEN, Scene.SHARED, Booty::shared));
                    } finally {
                        answersAgain(scene);
                    }
                })
                .by(Suspect.COLLEAGUE)
                .after((scene, client) -> bensRightHolds(scene));
    }

    private static Stream<Attempt> expired() {
        return lasting()
                .map(question -> Fault.STALE_RIGHTS
                        .attempt(question.name() + " by Ben with a right of 12 hours ago", (scene, client) -> {
                            scene.jdbc()
                                    .sql("update confirmed_right set confirmed_at = now() - interval '12 hours 1"
                                            + " second' where company_id = ? and user_id = ?")
                                    .params(
                                            Scene.BEN.company().value(),
                                            Scene.BEN.user().value())
                                    .update();
                            whileSilent(
                                    scene,
                                    () -> refused(
                                            client,
                                            () -> ask(scene, question, Scene.BEN, Scene.SHARED, Booty::shared)));
                        })
                        .by(Suspect.COLLEAGUE)
                        .after((scene, client) -> bensRightHolds(scene)));
    }

    private static Stream<Attempt> others() {
        return lasting()
                .flatMap(question -> Stream.of(
                        withAdas(Fault.COLLEAGUE_WITHOUT_RIGHTS, question, Scene.BEN, Scene.PRIVATE, Booty::secret),
                        withAdas(Fault.EQUAL_NUMBERS, question, Scene.GUS, Scene.SHARED, Booty::shared),
                        withAdas(Fault.TENANT_KEY_BY_SUM, question, Scene.GINA, Scene.SHARED, Booty::shared)));
    }

    private static Attempt withAdas(
            Fault fault, Question question, MemberId member, DealId deal, Function<Booty, DocumentId> document) {
        return fault.attempt(
                        "%s by %s in deal %s with Ada's right, in silence"
                                .formatted(question.name(), who(member), deal),
                        (scene, client) -> whileSilent(
                                scene, () -> refused(client, () -> ask(scene, question, member, deal, document))))
                .by(suspect(member))
                .after((scene, client) -> {
                    scene.documents().list(Scene.ADA, deal);
                    whileSilent(
                            scene,
                            () -> assertThat(scene.documents()
                                            .list(Scene.ADA, deal)
                                            .remembered())
                                    .isPresent());
                });
    }

    // What is done at Pipedrive itself takes no old word, not even the right person's.
    private static Stream<Attempt> notEnough() {
        return Question.aboutDocuments()
                .filter(question -> !question.lasting())
                .map(question -> Fault.STALE_RIGHTS
                        .attempt(
                                question.name() + " by Ada, in silence",
                                (scene, client) -> whileSilent(
                                        scene,
                                        () -> refused(
                                                client,
                                                () -> ask(scene, question, Scene.ADA, Scene.PRIVATE, Booty::secret))))
                        .by(Suspect.VICTIM)
                        .after((scene, client) -> scene.documents().list(Scene.ADA, Scene.PRIVATE)));
    }

    private static Stream<Attempt> left() {
        return lasting()
                .map(question -> Fault.STALE_RIGHTS
                        .attempt(question.name() + " by Gina, who has left, in silence", (scene, client) -> {
                            scene.pipedrive()
                                    .uninstall(
                                            Scene.GINA.company().value(),
                                            Scene.GINA.user().value());
                            try {
                                whileSilent(
                                        scene,
                                        () -> refused(
                                                client,
                                                () -> ask(scene, question, Scene.GINA, Scene.PRIVATE, Booty::globexs)));
                            } finally {
                                scene.connect(Scene.GINA);
                            }
                        })
                        .after((scene, client) -> scene.documents().list(Scene.GINA, Scene.PRIVATE)));
    }

    private static Object ask(
            Scene scene, Question question, MemberId member, DealId deal, Function<Booty, DocumentId> document)
            throws Exception {
        return question.ask().of(scene, member, deal, document.apply(scene.booty()));
    }

    private static void bensRightHolds(Scene scene) throws Exception {
        scene.documents().list(Scene.BEN, Scene.SHARED);
        whileSilent(
                scene,
                () -> assertThat(scene.documents().list(Scene.BEN, Scene.SHARED).remembered())
                        .isPresent());
    }

    /** Something that is done while Pipedrive does not answer. */
    @FunctionalInterface
    private interface Deed {
        void run() throws Exception;
    }

    private static void whileSilent(Scene scene, Deed deed) throws Exception {
        silence(scene);
        try {
            deed.run();
        } finally {
            answersAgain(scene);
        }
    }

    private static void silence(Scene scene) {
        scene.pipedrive().faults().failNext("*", 503, ALWAYS);
    }

    private static void answersAgain(Scene scene) {
        scene.pipedrive().faults().clear();
        scene.pipedrive().faults().burst(ALWAYS);
    }
}
