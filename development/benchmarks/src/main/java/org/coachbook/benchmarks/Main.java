package org.coachbook.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.endtoend.invariants.Invariants;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.localstack.LocalStack;
import org.coachbook.localstack.LocalStackOptions;

/**
 * {@code ./coachbook bench -- [--rounds N] [--seconds N] [--only name,name] [--aot]}: starts a stack of its own, measures
 * it, checks the invariants, prints a table. With {@code --aot} its services start from AOT caches, which are recorded
 * before where there are none.
 */
public final class Main {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("free", new Bookings(Scenario.FREE));
        ALL.put("paid", new Bookings(Scenario.PAID));
        ALL.put("contention", new Contention());
        ALL.put("reservations", new Reservations());
        ALL.put("search", new SlotSearches());
        ALL.put("quotes", new Quotes());
        ALL.put("hop", new OutboxHop());
        ALL.put("footprint", new Footprint());
    }

    private static final int BOOKINGS_TO_RECORD = 40;

    private Main() {}

    public static void main(String[] arguments) {
        Effort effort = new Effort(number(arguments, "--rounds", 5), number(arguments, "--seconds", 5));
        List<Benchmark> wanted = option(arguments, "--only")
                .map(names -> Arrays.stream(names.split(",")).map(Main::named).toList())
                .orElseGet(() -> List.copyOf(ALL.values()));
        if (Arrays.asList(arguments).contains("--aot")) {
            recordCaches();
        }
        Report report = new Report();
        try (LocalStack stack = LocalStack.start(options())) {
            Run run = new Run(stack, effort, report);
            wanted.forEach(benchmark -> benchmark.measure(run));
            report.invariants(new Invariants(stack.addresses()).violations());
        }
        report.print(effort);
    }

    private static LocalStackOptions options() {
        return LocalStackOptions.isolated(Path.of("target", "bench-stack"));
    }

    /** Runs a stack for some bookings; its services record when they end, unless they have. */
    private static void recordCaches() {
        try (LocalStack stack = LocalStack.start(options().withRecordAotCaches(true))) {
            Tickets tickets = new Tickets(new Marketplace(stack), Scenario.PAID.offer());
            tickets.take(BOOKINGS_TO_RECORD).forEach(Ticket::place);
        }
    }

    private static Benchmark named(String name) {
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("No benchmark " + name + "; there are " + ALL.keySet()));
    }

    private static int number(String[] arguments, String name, int otherwise) {
        return option(arguments, name).map(Integer::parseInt).orElse(otherwise);
    }

    private static Optional<String> option(String[] arguments, String name) {
        List<String> given = Arrays.asList(arguments);
        int at = given.indexOf(name);
        return at < 0 || at + 1 == given.size() ? Optional.empty() : Optional.of(given.get(at + 1));
    }
}
