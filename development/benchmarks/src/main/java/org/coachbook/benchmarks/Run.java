package org.coachbook.benchmarks;

import org.coachbook.localstack.LocalStack;

/** One run of benchmarks on one stack, whose figures stand in one report. */
record Run(LocalStack stack, Effort effort, Report report, RawDriverLoop yardstick) {
    Run(LocalStack stack, Effort effort, Report report) {
        this(stack, effort, report, new RawDriverLoop(stack.addresses(), effort, report));
    }

    Processes processes() {
        return new Processes(stack);
    }
}
