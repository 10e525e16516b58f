package org.coachbook.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import org.coachbook.localstack.LocalStack;

/** How long a service takes to be ready after a restart, and the memory it then has. */
final class Footprint implements Benchmark {
    @Override
    public void measure(Run run) {
        LocalStack stack = run.stack();
        Report report = run.report();
        List<String> services = stack.names().stream()
                .filter(name -> name.endsWith("-service") || name.endsWith("-gateway"))
                .toList();
        String ready = services.stream()
                .map(name -> name + " %.1f s".formatted(restartSeconds(stack, name)))
                .collect(Collectors.joining(", "));
        report.row("from start to ready", ready, "≤ 2 s, aim 1 s");
        String memory = services.stream()
                .map(name -> name + " " + run.processes().memory(name) + " MB")
                .collect(Collectors.joining(", "));
        report.row("resident memory, idle", memory, "≤ 250 MB, aim 150 MB");
    }

    private static double restartSeconds(LocalStack stack, String service) {
        stack.kill(service);
        long begun = System.nanoTime();
        stack.restart(service);
        return (System.nanoTime() - begun) / 1e9;
    }
}
