package org.coachbook.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Collects the rows and prints the table; a run that broke an invariant has no result. */
final class Report {
    private record Row(String what, String figure, String target) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    void row(String what, String figure, String target) {
        rows.add(new Row(what, figure, target));
        System.err.printf("  %s: %s%n", what, figure);
    }

    void invariants(List<String> found) {
        violations.addAll(found);
    }

    void print(Effort effort) {
        if (!violations.isEmpty()) {
            System.out.println("No result, invariants are broken:\n" + String.join("\n", violations));
            return;
        }
        System.out.printf(
                "%nCoachbook, %d cores, %s, Java %s; medians of %d rounds of %d s (least–most)%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                effort.rounds(),
                effort.seconds());
        System.out.println("| what | figure | target |\n|---|---|---|");
        rows.forEach(r -> System.out.printf("| %s | %s | %s |%n", r.what(), r.figure(), r.target()));
        System.out.println("\nInvariants checked afterwards: 0 violations.");
    }
}
