package org.coachbook.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.coachbook.endtoend.invariants.Invariants;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Times;
import org.coachbook.localstack.Deadlines;
import org.coachbook.localstack.LocalStack;
import org.coachbook.localstack.LocalStackOptions;

/** The stack under test, started once for all test classes; it ends with this JVM. */
final class RunningSystem {
    /** Longer than a call to Stripe rests whose process was killed: another one takes it up after its lease, 30 s. */
    static final Duration TIME_TO_PAY = Duration.ofSeconds(60);

    private static final LocalStack STACK = start();

    private RunningSystem() {}

    static LocalStack stack() {
        return STACK;
    }

    static Marketplace marketplace() {
        return new Marketplace(STACK);
    }

    static Times times() {
        return new Times();
    }

    static Invariants invariants() {
        return new Invariants(STACK.addresses());
    }

    private static LocalStack start() {
        LocalStackOptions options = LocalStackOptions.isolated(Path.of("target", "stack"))
                .withDeadlines(new Deadlines(Map.of("payment", TIME_TO_PAY)));
        LocalStack stack = LocalStack.start(options);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::close));
        return stack;
    }
}
