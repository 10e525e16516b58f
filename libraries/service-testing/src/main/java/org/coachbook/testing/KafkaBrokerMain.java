package org.coachbook.testing;

import java.nio.file.Path;

/** Runs a {@link KafkaBroker} as a process of its own: {@code KafkaBrokerMain <port> <data directory>}. */
public final class KafkaBrokerMain {
    private KafkaBrokerMain() {}

    /** Starts the broker and runs until the process is told to end. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Usage: KafkaBrokerMain <port> <data directory>");
        }
        KafkaBroker broker = KafkaBroker.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-shutdown"));
        broker.awaitShutdown();
    }
}
