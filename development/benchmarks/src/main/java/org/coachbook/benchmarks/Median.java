package org.coachbook.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several rounds, with their spread. */
record Median(double value, double least, double most) {
    static <R> Median of(List<R> rounds, ToDoubleFunction<R> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return new Median(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** {@code 12.3 (11.9–14.0) ms}. */
    String text(String unit) {
        return "%.1f (%.1f–%.1f)%s".formatted(value, least, most, unit.isEmpty() ? "" : " " + unit);
    }
}
