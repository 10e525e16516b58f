package org.coachbook.benchmarks;

/** Something that is measured; {@link Main} names them all. */
interface Benchmark {
    /** Measures it on the run's stack and adds rows to the run's report. */
    void measure(Run run);
}
