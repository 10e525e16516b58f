package org.coachbook.localstack;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.coachbook.contracts.Topics;
import org.coachbook.localstack.process.JavaCommand;
import org.coachbook.localstack.process.Readiness;
import org.coachbook.localstack.process.StackProcess;
import org.coachbook.testing.FreePorts;
import org.coachbook.testing.KafkaBroker;
import org.coachbook.testing.KafkaBrokerMain;
import org.coachbook.testing.LeashedProcess;
import org.coachbook.testing.MongoReplicaSet;

/** MongoDB, Kafka and the Stripe simulator: what services need before they start. */
final class Infrastructure {
    static final String MONGODB = "mongodb";
    static final String KAFKA = "kafka";
    static final String STRIPE = "stripe-simulator";

    private static final String SIMULATOR_MAIN = "org.coachbook.stripesimulator.StripeSimulatorMain";
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final PortLayout ports;
    private final StackDirectories directories;
    private final Secrets secrets;
    private final boolean simulated;

    Infrastructure(LocalStackOptions options, Secrets secrets) {
        this.ports = options.ports();
        this.directories = new StackDirectories(options.stateDirectory());
        this.secrets = secrets;
        this.simulated = options.stripe().isEmpty();
    }

    /** The replica set that runs elsewhere, if the environment names one. */
    static Optional<String> externalMongodb() {
        return Optional.ofNullable(System.getenv("COACHBOOK_MONGODB_URI")).filter(uri -> !uri.isBlank());
    }

    String mongodbUri() {
        return externalMongodb().orElse("mongodb://127.0.0.1:" + ports.mongodb() + "/?replicaSet=coachbook");
    }

    List<StackProcess> processes() {
        List<StackProcess> processes = new ArrayList<>();
        if (externalMongodb().isEmpty()) {
            processes.add(mongodb());
        }
        processes.add(kafka());
        if (simulated) {
            processes.add(simulator());
        }
        return processes;
    }

    /** Returns when the part can be used. */
    void awaitReady(StackProcess process) {
        switch (process.name()) {
            case KAFKA -> Readiness.await(process, () -> !FreePorts.isFree(ports.kafka()), START_LIMIT, log(KAFKA));
            case STRIPE -> {
                URI ready = StackAddresses.url(ports.stripe()).resolve("/simulator");
                Readiness.await(process, () -> Readiness.answersOk(ready), START_LIMIT, log(STRIPE));
            }
            default -> Readiness.await(process, () -> true, START_LIMIT, log(process.name()));
        }
    }

    void createTopics() {
        KafkaBroker.createTopics(
                "127.0.0.1:" + ports.kafka(),
                Topics.all().stream()
                        .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                        .toList());
    }

    /** Answers once it is primary, so it is ready at once. */
    private StackProcess mongodb() {
        return process(MONGODB, () -> MongoReplicaSet.start(ports.mongodb(), directories.data(MONGODB))
                .process()
                .orElseThrow());
    }

    private StackProcess kafka() {
        return process(
                KAFKA,
                () -> java(
                        KAFKA,
                        JavaCommand.ofClass(
                                "384m",
                                KafkaBrokerMain.class.getName(),
                                String.valueOf(ports.kafka()),
                                directories.data(KAFKA).toString())));
    }

    private StackProcess simulator() {
        return process(
                STRIPE,
                () -> java(
                        STRIPE,
                        JavaCommand.ofClass(
                                "192m",
                                SIMULATOR_MAIN,
                                "--port",
                                String.valueOf(ports.stripe()),
                                "--secret-key",
                                secrets.stripeSecretKey(),
                                "--publishable-key",
                                secrets.stripePublishableKey())));
    }

    private LeashedProcess java(String name, List<String> command) {
        return LeashedProcess.start(command, Map.of(), directories.log(name));
    }

    private Object log(String name) {
        return directories.log(name);
    }

    private static StackProcess process(String name, Supplier<LeashedProcess> launch) {
        return new StackProcess(name, launch, GRACE);
    }
}
