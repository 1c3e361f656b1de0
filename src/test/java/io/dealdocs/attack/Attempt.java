package io.dealdocs.attack;

import io.dealdocs.attack.Verdict.Outcome;

/**
 * One attempt: refused when the deed is answered as it must be, its answers hold nothing that is not for the attacker,
 * Acme's data are what they were, and nobody's token of Acme was used at Pipedrive.
 *
 * @param fault what it would exploit
 * @param control the same with the right credentials, which must work: else a refusal proves nothing
 * @param deed what is done, and what shows that it was refused
 * @param suspect who does it
 */
record Attempt(Fault fault, String name, Act control, Act deed, Suspect suspect) {

    /** The same attempt after something that must work. */
    Attempt after(Act working) {
        return new Attempt(fault, name, working, deed, suspect);
    }

    Attempt by(Suspect other) {
        return new Attempt(fault, name, control, deed, other);
    }

    /** Does it and judges. */
    Verdict in(Scene scene) {
        try (Client friend = new Client(scene)) {
            control.in(scene, friend);
        } catch (Exception | AssertionError failed) {
            return new Verdict(this, Outcome.PROVES_NOTHING, "what must work does not: " + Verdict.words(failed));
        }
        return judged(scene);
    }

    private Verdict judged(Scene scene) {
        Ground before = Ground.of(scene);
        try (Client foe = new Client(scene)) {
            deed.in(scene, foe);
            scene.booty().requireUnseen(foe.seen(), suspect);
            before.requireUntouched(scene, suspect);
            return new Verdict(this, Outcome.REFUSED, "");
        } catch (AssertionError succeeded) {
            return new Verdict(this, Outcome.SUCCEEDED, Verdict.words(succeeded));
        } catch (Exception broken) {
            return new Verdict(this, Outcome.PROVES_NOTHING, Verdict.words(broken));
        }
    }

    @Override
    public String toString() {
        return fault + ": " + name;
    }
}
