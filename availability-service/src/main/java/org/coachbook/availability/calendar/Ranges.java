package org.coachbook.availability.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Sets of instants, kept as ranges that are sorted and do not touch. */
public final class Ranges {
    private Ranges() {}

    /** The set of all instants in any of the ranges; ranges that touch become one. */
    public static List<Range> union(Collection<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        ranges.stream().sorted(Comparator.comparing(Range::from)).forEach(next -> {
            if (!merged.isEmpty() && !merged.getLast().to().isBefore(next.from())) {
                Range last = merged.removeLast();
                merged.add(new Range(last.from(), later(last.to(), next.to())));
            } else {
                merged.add(next);
            }
        });
        return List.copyOf(merged);
    }

    /** What is left of {@code whole} without {@code holes}; both are sets as {@link #union} makes them. */
    public static List<Range> minus(List<Range> whole, List<Range> holes) {
        List<Range> left = new ArrayList<>();
        int first = 0;
        for (Range range : whole) {
            while (first < holes.size() && !holes.get(first).to().isAfter(range.from())) {
                first++;
            }
            addWithout(left, range, holes.subList(first, holes.size()));
        }
        return List.copyOf(left);
    }

    private static void addWithout(List<Range> left, Range range, List<Range> holes) {
        Instant from = range.from();
        for (Range hole : holes) {
            if (!hole.from().isBefore(range.to())) {
                break;
            }
            add(left, from, hole.from());
            from = later(from, hole.to());
        }
        add(left, from, range.to());
    }

    /** Whether one range of the set covers all of {@code wanted}. */
    public static boolean cover(List<Range> set, Range wanted) {
        int low = 0;
        int high = set.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = set.get(middle);
            if (range.to().isBefore(wanted.to())) {
                low = middle + 1;
            } else if (range.from().isAfter(wanted.from())) {
                high = middle - 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** The parts of the set inside {@code bounds}. */
    public static List<Range> within(List<Range> set, Range bounds) {
        List<Range> inside = new ArrayList<>();
        set.forEach(r -> add(inside, later(r.from(), bounds.from()), earlier(r.to(), bounds.to())));
        return List.copyOf(inside);
    }

    static void add(List<Range> ranges, Instant from, Instant to) {
        if (from.isBefore(to)) {
            ranges.add(new Range(from, to));
        }
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
