package org.coachbook.localstack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.coachbook.localstack.process.AotCache;
import org.coachbook.localstack.process.JavaCommand;
import org.coachbook.localstack.process.Readiness;
import org.coachbook.localstack.process.StackProcess;
import org.coachbook.testing.LeashedProcess;

/** The six services as processes of their own. */
final class ServiceProcesses {
    private static final String HEAP = "192m";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(12);
    private static final Duration RECORDING_GRACE = Duration.ofMinutes(1);

    private final LocalStackOptions options;
    private final StackDirectories directories;
    private final ServiceEnvironment environment;

    ServiceProcesses(LocalStackOptions options, ServiceEnvironment environment) {
        this.options = options;
        this.directories = new StackDirectories(options.stateDirectory());
        this.environment = environment;
    }

    StackProcess of(ServiceDefinition service) {
        Path jar = service.runner(options.projectRoot());
        if (!Files.exists(jar)) {
            throw new IllegalStateException(service.name() + " is not built: " + jar + " is missing");
        }
        AotCache cache = new AotCache(jar, directories.log(service.name() + "-aot"));
        Duration grace = cache.records(options.recordAotCaches()) ? RECORDING_GRACE : GRACE;
        return new StackProcess(service.name(), () -> launch(service, jar, cache), grace);
    }

    /** Returns when something listens; being ready can depend on services that start later. */
    void awaitListening(StackProcess process) {
        URI management = managementUrl(process.name());
        Readiness.await(process, () -> Readiness.answers(management), START_LIMIT, directories.log(process.name()));
    }

    /** Returns when the service says that it is ready. */
    void awaitReady(StackProcess process) {
        URI ready = managementUrl(process.name()).resolve("/q/health/ready");
        Readiness.await(process, () -> Readiness.answersOk(ready), START_LIMIT, directories.log(process.name()));
    }

    private URI managementUrl(String service) {
        return StackAddresses.url(options.ports().management(service));
    }

    private LeashedProcess launch(ServiceDefinition service, Path jar, AotCache cache) {
        return LeashedProcess.start(
                JavaCommand.ofService(HEAP, cache.flags(options.recordAotCaches()), jar),
                environment.of(service),
                directories.log(service.name()));
    }
}
