package org.coachbook.localstack.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** When something was last edited. */
final class SourceFreshness {
    private static final Set<String> NO_SOURCES = Set.of("target", "node_modules", "dist", "test");

    private SourceFreshness() {}

    /** Epoch milliseconds of the newest file that a build reads; built things and tests do not count. */
    static long newest(Path root) {
        AtomicLong newest = new AtomicLong();
        if (Files.exists(root)) {
            try {
                Files.walkFileTree(root, new Sources(newest));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return newest.get();
    }

    private static final class Sources extends SimpleFileVisitor<Path> {
        private final AtomicLong newest;

        Sources(AtomicLong newest) {
            this.newest = newest;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean skipped = NO_SOURCES.contains(String.valueOf(directory.getFileName()));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            newest.accumulateAndGet(attributes.lastModifiedTime().toMillis(), Math::max);
            return FileVisitResult.CONTINUE;
        }
    }
}
