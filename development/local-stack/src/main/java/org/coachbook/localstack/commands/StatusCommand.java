package org.coachbook.localstack.commands;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.StackDirectories;
import org.coachbook.localstack.demo.RunningStack;
import org.coachbook.localstack.process.ProcessLedger;
import org.coachbook.localstack.process.ProcessRecord;
import org.coachbook.localstack.process.Readiness;
import picocli.CommandLine.Command;

/** Shows which processes run and which services are ready; exits with 1 when something is amiss. */
@Command(name = "status", description = "Shows what runs.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Path root = ProjectRoot.find();
        RunningStack stack = RunningStack.read(root);
        StackDirectories directories = new StackDirectories(root.resolve(".coachbook"));
        boolean well = true;
        for (ProcessRecord process : new ProcessLedger(directories.processesFile()).read()) {
            String state = state(stack, process);
            well &= state.equals("runs") || state.equals("ready");
            System.out.println("  %-22s %8d  %s".formatted(process.name(), process.pid(), state));
        }
        System.out.println("  gateway " + stack.gateway());
        return well ? 0 : 1;
    }

    private static String state(RunningStack stack, ProcessRecord process) {
        if (process.running().isEmpty()) {
            return "does not run";
        }
        String management = stack.description()
                .path("services")
                .path(process.name())
                .path("management")
                .asText();
        if (management.isEmpty()) {
            return "runs";
        }
        return Readiness.answersOk(URI.create(management).resolve("/q/health/ready")) ? "ready" : "not ready";
    }
}
