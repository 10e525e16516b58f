package org.coachbook.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts {@code mongod} with the settings of a small one-node replica set. */
final class MongodProcess {
    static final String REPLICA_SET = "coachbook";

    private MongodProcess() {}

    static LeashedProcess start(Path program, int port, Path data) {
        return LeashedProcess.start(command(program, port, data), Map.of(), log(data));
    }

    /** With data that goes when the process goes. */
    static LeashedProcess startTemporary(Path program, int port, Path data) {
        return LeashedProcess.startIn(data, command(program, port, data), log(data));
    }

    private static Path log(Path data) {
        return data.resolve("mongod.log");
    }

    private static List<String> command(Path program, int port, Path data) {
        List<String> server = List.of(
                program.toString(), "--replSet", REPLICA_SET, "--bind_ip", "127.0.0.1", "--port", String.valueOf(port));
        List<String> storage = List.of("--dbpath", data.toString(), "--wiredTigerCacheSizeGB", "0.5");
        List<String> small = List.of("--oplogSize", "256", "--nounixsocket");
        List<String> quiet = List.of("--setParameter", "diagnosticDataCollectionEnabled=false");
        return Stream.of(server, storage, small, quiet).flatMap(List::stream).toList();
    }
}
