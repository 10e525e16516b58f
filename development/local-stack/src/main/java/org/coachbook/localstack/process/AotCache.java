package org.coachbook.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A service's JDK AOT cache beside its jar: used when it is newer, recorded on wish. A JVM ignores an unfit one. */
public final class AotCache {
    private final Path jar;
    private final Path cache;
    private final Path log;

    /** The cache of this jar; {@code log} takes the JVM's remarks about it. */
    public AotCache(Path jar, Path log) {
        this.jar = jar;
        this.cache = jar.resolveSibling("app.aot");
        this.log = log;
    }

    /** JVM flags for the next start. */
    public List<String> flags(boolean record) {
        if (isFresh()) {
            return List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error:file=" + log);
        }
        return record ? List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot*=error:file=" + log) : List.of();
    }

    /** Whether a start with {@link #flags} records, which makes the end of the process slower by seconds. */
    public boolean records(boolean wanted) {
        return wanted && !isFresh();
    }

    private boolean isFresh() {
        try {
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
