package org.coachbook.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of a one-node broker that shares two cores with everything else. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    static Map<String, String> of(int brokerPort, int controllerPort, Path data) {
        Map<String, String> settings = new HashMap<>(node(brokerPort, controllerPort, data));
        settings.putAll(singleReplica());
        settings.putAll(threads());
        settings.putAll(timing());
        return settings;
    }

    private static Map<String, String> node(int brokerPort, int controllerPort, Path data) {
        String broker = "PLAINTEXT://127.0.0.1:" + brokerPort;
        String controller = "127.0.0.1:" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                broker + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                broker,
                "log.dirs",
                data.toAbsolutePath().toString(),
                "auto.create.topics.enable",
                "false");
    }

    private static Map<String, String> singleReplica() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    private static Map<String, String> threads() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2",
                "num.replica.fetchers", "1",
                "num.recovery.threads.per.data.dir", "1",
                "group.coordinator.threads", "1",
                "log.cleaner.dedupe.buffer.size", "4194304");
    }

    private static Map<String, String> timing() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "controlled.shutdown.enable", "false",
                "log.segment.bytes", "67108864",
                "broker.heartbeat.interval.ms", "500",
                "broker.session.timeout.ms", "3000");
    }
}
