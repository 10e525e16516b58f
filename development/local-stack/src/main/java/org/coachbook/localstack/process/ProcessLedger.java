package org.coachbook.localstack.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The list of started processes on disk, by which a later launcher ends what an earlier one left behind. */
public final class ProcessLedger {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long GRACE_SECONDS = 15;

    private final Path file;

    /** The ledger kept in this file, which need not exist. */
    public ProcessLedger(Path file) {
        this.file = file;
    }

    /** Replaces the list. */
    public synchronized void write(Collection<ProcessRecord> records) {
        ArrayNode list = JSON.createArrayNode();
        records.forEach(record -> list.addObject()
                .put("name", record.name())
                .put("pid", record.pid())
                .put("startedAt", record.startedAt().toString()));
        try {
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), list);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list; empty when there is no file. */
    public List<ProcessRecord> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<ProcessRecord> records = new ArrayList<>();
            for (JsonNode entry : JSON.readTree(file.toFile())) {
                records.add(new ProcessRecord(
                        entry.path("name").asText(),
                        entry.path("pid").asLong(),
                        Instant.parse(entry.path("startedAt").asText())));
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Ends every listed process that provably is the one that was started, and answers their names. */
    public List<String> endAll() {
        List<ProcessRecord> left =
                read().stream().filter(entry -> entry.running().isPresent()).toList();
        left.forEach(entry -> entry.running().ifPresent(ProcessHandle::destroy));
        left.forEach(entry -> entry.running().ifPresent(ProcessLedger::awaitEnd));
        return left.stream().map(ProcessRecord::name).toList();
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
