package io.dealdocs.bench;

/** Measures one budget. */
@FunctionalInterface
interface Bench {

    /** Measures, and reports each figure as soon as it is known. */
    void run(Report report) throws Exception;
}
