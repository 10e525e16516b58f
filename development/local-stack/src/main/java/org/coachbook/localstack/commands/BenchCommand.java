package org.coachbook.localstack.commands;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.coachbook.localstack.ProjectRoot;
import org.coachbook.localstack.build.Maven;
import org.coachbook.localstack.process.JavaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks, which start a stack of their own. */
@Command(name = "bench", description = "Measures the system on this machine.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final String MODULE = "development/benchmarks";

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "Passed on to the benchmarks.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = ProjectRoot.find();
        int built = new Maven(root, System.out::println).run(List.of("-DskipTests", "-pl", MODULE, "-am", "package"));
        if (built != 0) {
            return built;
        }
        Path target = root.resolve(MODULE).resolve("target");
        String classPath = String.join(
                File.pathSeparator,
                target.resolve("classes").toString(),
                target.resolve("lib/*").toString(),
                System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                JavaCommand.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dcoachbook.root=" + root,
                "-cp",
                classPath,
                "org.coachbook.benchmarks.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
