package org.coachbook.localstack;

import org.coachbook.localstack.process.StackProcess;

/** Knows for each part how to tell that it can be used. */
record StackReadiness(Infrastructure infrastructure, ServiceProcesses services) {
    void await(StackProcess process) {
        boolean service = ServiceDefinition.ALL.stream()
                .anyMatch(definition -> definition.name().equals(process.name()));
        if (service) {
            services.awaitReady(process);
        } else {
            infrastructure.awaitReady(process);
        }
    }
}
