package org.coachbook.localstack.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.StackDirectories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of a process's log. */
@Command(name = "logs", description = "Shows the log of a process.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SERVICE", description = "For instance booking-service, kafka or stripe-simulator.")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "200",
            description = "How many lines of the past.")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackDirectories directories = new StackDirectories(ProjectRoot.find().resolve(".coachbook"));
        Path log = service.equals("mongodb")
                ? directories.data("mongodb").resolve("mongod.log")
                : directories.log(service);
        if (!Files.exists(log)) {
            throw new IllegalArgumentException("There is no log of " + service + " in " + directories.logs());
        }
        List<String> command = new ArrayList<>(List.of("tail", "-n", String.valueOf(lines)));
        if (follow) {
            command.add("-f");
        }
        command.add(log.toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
