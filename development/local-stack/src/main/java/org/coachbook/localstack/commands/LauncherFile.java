package org.coachbook.localstack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.coachbook.localstack.process.ProcessRecord;

/**
 * Who runs the stack, and how other commands reach him.
 *
 * @param control URL that takes orders; empty while the stack starts
 * @param token shown with each order
 */
record LauncherFile(ProcessRecord process, String control, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(
                    file.toFile(),
                    JSON.createObjectNode()
                            .put("pid", process.pid())
                            .put("startedAt", process.startedAt().toString())
                            .put("control", control)
                            .put("token", token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher that runs now, if one does. */
    static Optional<LauncherFile> ofRunning(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            ProcessRecord process = new ProcessRecord(
                    "launcher",
                    json.path("pid").asLong(),
                    Instant.parse(json.path("startedAt").asText(Instant.EPOCH.toString())));
            return Optional.of(new LauncherFile(
                            process,
                            json.path("control").asText(),
                            json.path("token").asText()))
                    .filter(launcher -> launcher.process().running().isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
