package org.coachbook.localstack.commands;

import java.util.concurrent.Callable;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.demo.DemoJourney;
import org.coachbook.localstack.demo.RunningStack;
import picocli.CommandLine.Command;

/** Makes one paid booking at the running stack. */
@Command(
        name = "demo",
        description = "One paid booking from search to e-mail, each step with its time.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        new DemoJourney(RunningStack.read(ProjectRoot.find()), System.out::println).run();
        return 0;
    }
}
