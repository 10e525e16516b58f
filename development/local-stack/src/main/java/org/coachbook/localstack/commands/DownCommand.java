package org.coachbook.localstack.commands;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.StackDirectories;
import org.coachbook.localstack.process.ProcessLedger;
import picocli.CommandLine.Command;

/** Stops what runs, also what a crashed launcher left. */
@Command(name = "down", description = "Stops the system.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final long LAUNCHER_SECONDS = 90;

    @Override
    public Integer call() throws InterruptedException {
        StackDirectories directories = new StackDirectories(ProjectRoot.find().resolve(".coachbook"));
        Optional<ProcessHandle> launcher = LauncherFile.ofRunning(directories.launcherFile())
                .flatMap(file -> file.process().running());
        if (launcher.isPresent()) {
            end(launcher.get());
        }
        List<String> left = new ProcessLedger(directories.processesFile()).endAll();
        left.forEach(name -> System.out.println("Ended " + name + ", left by an earlier run"));
        System.out.println(launcher.isPresent() || !left.isEmpty() ? "Stopped." : "Nothing ran.");
        return 0;
    }

    private static void end(ProcessHandle launcher) throws InterruptedException {
        launcher.destroy();
        try {
            launcher.onExit().get(LAUNCHER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            launcher.destroyForcibly();
        }
    }
}
