package org.coachbook.localstack.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.coachbook.localstack.ServiceDefinition;

/** Packages the services whose sources, or whose libraries' sources, are newer than what was built. */
public final class ServiceBuild {
    private static final List<String> SHARED =
            List.of("pom.xml", "libraries/event-contracts", "libraries/service-chassis");

    private final Path root;
    private final Consumer<String> progress;

    /** Builds in this project. */
    public ServiceBuild(Path root, Consumer<String> progress) {
        this.root = root;
        this.progress = progress;
    }

    /** Builds what is out of date; nothing when all is fresh. */
    public void run() {
        List<String> stale = ServiceDefinition.ALL.stream()
                .filter(this::isStale)
                .map(ServiceDefinition::name)
                .toList();
        if (stale.isEmpty()) {
            return;
        }
        progress.accept("Building " + String.join(", ", stale));
        FileTime begin = FileTime.from(Instant.now());
        String modules = stale.stream().collect(Collectors.joining(","));
        int status = new Maven(root, progress).run(List.of("-DskipTests", "-pl", modules, "-am", "package"));
        if (status != 0) {
            throw new IllegalStateException("The build failed, see above");
        }
        ServiceDefinition.ALL.stream()
                .filter(service -> stale.contains(service.name()))
                .forEach(service -> markBuilt(service.runner(root), begin));
    }

    /** A build that had nothing to change leaves the file as old as it was; sources edited meanwhile stay newer. */
    private static void markBuilt(Path runner, FileTime begin) {
        try {
            Files.setLastModifiedTime(runner, begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isStale(ServiceDefinition service) {
        Path runner = service.runner(root);
        if (!Files.exists(runner)) {
            return true;
        }
        long built = modified(runner);
        return SourceFreshness.newest(root.resolve(service.name())) > built
                || SHARED.stream().anyMatch(shared -> SourceFreshness.newest(root.resolve(shared)) > built)
                || (service.name().equals(ServiceDefinition.GATEWAY)
                        && SourceFreshness.newest(root.resolve("web-frontend")) > built);
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
