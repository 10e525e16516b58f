package org.coachbook.localstack.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.coachbook.localstack.LocalStackOptions;
import org.coachbook.localstack.StackDirectories;
import org.coachbook.localstack.process.JavaCommand;

/** Starts a second launcher that outlives this one, and waits until its stack is ready. */
final class DetachedLauncher {
    private static final Duration POLL = Duration.ofMillis(200);
    // The shell ends at once, so the launcher belongs to no terminal; its output goes to a file.
    private static final String BACKGROUND = "log=$1; shift; nohup \"$@\" >\"$log\" 2>&1 </dev/null & echo $!";

    private final LocalStackOptions options;
    private final List<String> arguments;

    DetachedLauncher(LocalStackOptions options, List<String> arguments) {
        this.options = options;
        this.arguments = arguments;
    }

    int start() {
        Path log = options.stateDirectory().resolve("launcher.log");
        try {
            Files.createDirectories(options.stateDirectory());
            Files.writeString(log, "");
            ProcessHandle launcher = launch(log);
            String shown = follow(launcher, log);
            System.out.print(Files.readString(log).substring(shown.length()));
            return launcher.isAlive() ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle launch(Path log) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                "sh",
                                "-c",
                                BACKGROUND,
                                "sh",
                                log.toString(),
                                JavaCommand.java(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Dcoachbook.root=" + options.projectRoot(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Coachbook.class.getName()),
                        arguments.stream())
                .toList();
        Process shell = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = shell.inputReader(StandardCharsets.US_ASCII)) {
            long pid = Long.parseLong(String.valueOf(output.readLine()).strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new IOException("The launcher did not start, see " + log));
        }
    }

    /** Prints what the launcher writes until its stack is ready or it has ended; answers what was printed. */
    private String follow(ProcessHandle launcher, Path log) throws IOException {
        String shown = "";
        while (launcher.isAlive() && !isControlled()) {
            LockSupport.parkNanos(POLL.toNanos());
            String now = Files.readString(log);
            System.out.print(now.substring(shown.length()));
            shown = now;
        }
        LockSupport.parkNanos(POLL.toNanos()); // the table of addresses is written right after that
        return shown;
    }

    private boolean isControlled() {
        return LauncherFile.ofRunning(new StackDirectories(options.stateDirectory()).launcherFile())
                .filter(launcher -> !launcher.control().isEmpty())
                .isPresent();
    }
}
