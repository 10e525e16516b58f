package org.coachbook.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import org.coachbook.localstack.LocalStack;

/** How long a service takes to be ready after a restart, and the memory it then has. */
final class Footprint {
    private final LocalStack stack;
    private final Processes processes;

    Footprint(LocalStack stack) {
        this.stack = stack;
        this.processes = new Processes(stack);
    }

    void measure(Report report) {
        List<String> services = stack.names().stream()
                .filter(name -> name.endsWith("-service") || name.endsWith("-gateway"))
                .toList();
        String ready = services.stream()
                .map(name -> name + " %.1f s".formatted(restartSeconds(name)))
                .collect(Collectors.joining(", "));
        report.row("from start to ready", ready, "≤ 2 s, aim 1 s");
        String memory = services.stream()
                .map(name -> name + " " + processes.memory(name) + " MB")
                .collect(Collectors.joining(", "));
        report.row("resident memory, idle", memory, "≤ 250 MB, aim 150 MB");
    }

    private double restartSeconds(String service) {
        stack.kill(service);
        long begun = System.nanoTime();
        stack.restart(service);
        return (System.nanoTime() - begun) / 1e9;
    }
}
