package org.coachbook.localstack.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the project's Maven on this JVM's JDK and passes on the lines that show progress or trouble. */
public final class Maven {
    private static final Pattern TELLING =
            Pattern.compile(".*(Building .*\\[\\d+/\\d+]|Tests run: .*|\\[ERROR].*|BUILD (SUCCESS|FAILURE)).*");

    private final Path root;
    private final Consumer<String> progress;

    /** Maven in this project. */
    public Maven(Path root, Consumer<String> progress) {
        this.root = root;
        this.progress = progress;
    }

    /** Runs to the end; the exit status, 0 when all went well. */
    public int run(List<String> arguments) {
        List<String> command = Stream.concat(
                        Stream.of(root.resolve("mvnw").toString(), "-B", "-ntp"), arguments.stream())
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process maven = builder.start();
            maven.getOutputStream().close();
            try (Stream<String> lines =
                    maven.inputReader(StandardCharsets.UTF_8).lines()) {
                lines.filter(line -> TELLING.matcher(line).matches()).forEach(progress);
            }
            return maven.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while building", e);
        }
    }
}
