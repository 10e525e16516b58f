package org.coachbook.testing;

import de.flapdoodle.embed.mongo.distribution.Version;
import de.flapdoodle.embed.mongo.transitions.Mongod;
import de.flapdoodle.embed.process.archives.ExtractedFileSet;
import de.flapdoodle.embed.process.config.DownloadConfig;
import de.flapdoodle.embed.process.config.TimeoutConfig;
import de.flapdoodle.embed.process.io.directories.PersistentDir;
import de.flapdoodle.embed.process.transitions.DownloadPackage;
import de.flapdoodle.reverse.StateID;
import de.flapdoodle.reverse.transitions.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** MongoDB's own build for this system. The network may be closed, so it gives up within seconds. */
final class OfficialMongod implements MongodSource {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 10_000;

    private final BinaryCache cache;

    OfficialMongod(BinaryCache cache) {
        this.cache = cache;
    }

    @Override
    public Path fetch(Store store) throws IOException {
        Files.createDirectories(downloads());
        try (var extracted =
                distribution().transitions(Version.Main.V8_0).walker().initState(StateID.of(ExtractedFileSet.class))) {
            return store.keep(extracted.current().executable());
        }
    }

    private Path downloads() {
        return cache.directory().resolve("flapdoodle");
    }

    private Mongod distribution() {
        var timeouts = TimeoutConfig.builder()
                .connectionTimeout(CONNECT_MILLIS)
                .readTimeout(READ_MILLIS)
                .build();
        return Mongod.builder()
                .persistentBaseDir(Start.to(PersistentDir.class).initializedWith(PersistentDir.of(downloads())))
                .downloadPackage(DownloadPackage.withDefaults()
                        .withDownloadConfig(DownloadConfig.defaults().withTimeoutConfig(timeouts)))
                .build();
    }
}
