package io.dealdocs.attack;

/** Something done to the application; an {@link AssertionError} says that it did not answer as it must. */
@FunctionalInterface
interface Act {

    /**
     * Does it.
     *
     * @param scene what is there to be attacked
     * @param client sends and remembers what was answered
     */
    void in(Scene scene, Client client) throws Exception;
}
