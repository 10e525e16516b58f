package org.coachbook.localstack.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./coachbook}. */
@Command(
        name = "coachbook",
        description = "Runs, shows, tests and measures Coachbook on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            RestartCommand.class,
            DemoCommand.class,
            TestCommand.class,
            BenchCommand.class
        })
public final class Coachbook implements Runnable {
    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Coachbook()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(Failures.explain(failure));
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
