package org.coachbook.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Where a stack keeps what. */
public record StackDirectories(Path state) {
    /** Data of MongoDB and Kafka. */
    public Path data(String part) {
        return state.resolve("data").resolve(part);
    }

    /** One log file per process. */
    public Path logs() {
        return state.resolve("logs");
    }

    /** The log of one process. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Mails as {@code .eml} files. */
    public Path mail() {
        return state.resolve("mail");
    }

    /** The description of the running stack. */
    public Path stackFile() {
        return state.resolve("stack.json");
    }

    /** Who runs the stack and how to tell him things; readable by its owner only. */
    public Path launcherFile() {
        return state.resolve("launcher.json");
    }

    /** Every process that was started. */
    public Path processesFile() {
        return state.resolve("processes.json");
    }

    /** Removes what an earlier stack left: its simulator's memory has gone, so its records would not agree. */
    void empty() {
        List.of(state.resolve("data"), logs(), mail(), stackFile()).forEach(StackDirectories::delete);
        try {
            Files.createDirectories(logs());
            Files.createDirectories(mail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
