package org.coachbook.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coachbook.localstack.LocalStack;

/** CPU time and memory of each process, as the operating system counts them. */
final class Processes {
    private final LocalStack stack;

    Processes(LocalStack stack) {
        this.stack = stack;
    }

    /** CPU time used so far. */
    Map<String, Duration> cpu() {
        return stack.names().stream()
                .collect(Collectors.toMap(name -> name, this::cpuOf, (a, _) -> a, LinkedHashMap::new));
    }

    /** Milliseconds of CPU per unit between two readings, by process. */
    static Map<String, Double> spent(Map<String, Duration> before, Map<String, Duration> after, int units) {
        Map<String, Double> spent = new LinkedHashMap<>();
        after.forEach((name, cpu) -> spent.put(name, cpu.minus(before.get(name)).toNanos() / 1e6 / units));
        return spent;
    }

    /** The medians of what each process spent in several rounds. */
    static String text(List<Map<String, Double>> spent) {
        return spent.getFirst().keySet().stream()
                .map(name -> name
                        + " %.2f".formatted(Median.of(spent, s -> s.get(name)).value()))
                .collect(Collectors.joining(", "));
    }

    /** Resident memory in MB. */
    long memory(String name) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(stack.pid(name)), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU time used so far by one of them. */
    Duration cpuOf(String name) {
        return ProcessHandle.of(stack.pid(name))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
