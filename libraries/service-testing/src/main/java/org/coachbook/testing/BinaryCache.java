package org.coachbook.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Downloaded programs under the user's cache directory; several JVMs may fill it at the same time. */
final class BinaryCache {
    private final Path directory;

    BinaryCache(Path directory) {
        this.directory = directory;
    }

    /** {@code $XDG_CACHE_HOME/coachbook}, or {@code ~/.cache/coachbook}. */
    static BinaryCache ofUser() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path root = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return new BinaryCache(root.resolve("coachbook"));
    }

    Path directory() {
        return directory;
    }

    /** The program stored under this name, if there is one. A file of that name is always complete. */
    Optional<Path> find(String name) {
        return Optional.of(directory.resolve(name)).filter(Files::isExecutable);
    }

    /** Runs the work while no other thread or process that uses this cache does. */
    <T> T exclusively(LockedWork<T> work) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path lockFile = directory.resolve("lock");
        synchronized (BinaryCache.class) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return work.run();
            }
        }
    }

    /** Copies the program in and makes it visible in one step. */
    Path store(String name, Path program) throws IOException {
        Path target = directory.resolve(name);
        Path partial =
                directory.resolve(name + ".partial-" + ProcessHandle.current().pid());
        Files.createDirectories(directory);
        Files.copy(program, partial, StandardCopyOption.REPLACE_EXISTING);
        if (!partial.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + partial + " executable");
        }
        return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Work done under the cache's lock. */
    @FunctionalInterface
    interface LockedWork<T> {
        T run() throws IOException, InterruptedException;
    }
}
