package org.coachbook.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.coachbook.endtoend.invariants.Invariants;
import org.coachbook.localstack.LocalStack;
import org.coachbook.localstack.LocalStackOptions;

/** {@code ./coachbook bench [--rounds N] [--seconds N]}: starts a stack of its own, measures it, prints a table. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Effort effort = new Effort(option(arguments, "--rounds", 5), option(arguments, "--seconds", 5));
        Report report = new Report();
        try (LocalStack stack = LocalStack.start(LocalStackOptions.isolated(Path.of("target", "bench-stack")))) {
            run(stack, effort, report);
            report.invariants(new Invariants(stack.addresses()).violations());
        }
        report.print(effort);
    }

    private static void run(LocalStack stack, Effort effort, Report report) {
        double raw = new RawDriverLoop(stack.addresses()).measure(effort, report);
        new Bookings(stack, Scenario.FREE).measure(effort, raw, report);
        new Bookings(stack, Scenario.PAID).measure(effort, raw, report);
        new Contention(stack).measure(effort, report);
        new OutboxHop(stack.addresses()).measure(effort, report);
        new Footprint(stack).measure(report);
    }

    private static int option(String[] arguments, String name, int otherwise) {
        List<String> given = Arrays.asList(arguments);
        int at = given.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(given.get(at + 1));
    }
}
