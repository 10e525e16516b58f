package org.coachbook.localstack.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.build.Maven;
import org.coachbook.localstack.build.TestTotals;
import picocli.CommandLine.Command;

/** Runs every test there is; the last line says how many passed and failed. */
@Command(name = "test", description = "Builds everything and runs all tests.", mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Path root = ProjectRoot.find();
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        int status = new Maven(root, System.out::println).run(List.of("--fail-at-end", "verify"));
        TestTotals totals = TestTotals.since(begin, root);
        System.out.println(totals.passed() + " passed, " + totals.failed() + " failed");
        return status == 0 && totals.isGreen() ? 0 : 1;
    }
}
