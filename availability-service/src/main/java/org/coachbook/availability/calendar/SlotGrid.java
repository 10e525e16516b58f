package org.coachbook.availability.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * The instants at which sessions may start: local labels whose minute of the day is a multiple of the step. A label in
 * a gap does not exist, one in an overlap exists twice.
 *
 * @param stepMinutes 5 to 240
 */
public record SlotGrid(ZoneId zone, int stepMinutes) {
    private static final long DAY = 86_400;

    /** Whether a session may start then. */
    public boolean has(Instant start) {
        return ceiling(start).equals(start);
    }

    /** The first instant of the grid that is not before {@code at}. */
    public Instant ceiling(Instant at) {
        ZoneRules rules = zone.getRules();
        Instant from = at;
        while (true) {
            ZoneOffset offset = rules.getOffset(from);
            Instant candidate = ceiling(from, offset);
            if (rules.getOffset(candidate).equals(offset)) {
                return candidate;
            }
            from = Objects.requireNonNull(rules.nextTransition(from)).getInstant();
        }
    }

    private Instant ceiling(Instant at, ZoneOffset offset) {
        long seconds = at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0) + offset.getTotalSeconds();
        long midnight = Math.floorDiv(seconds, DAY) * DAY;
        long step = stepMinutes * 60L;
        long label = Math.ceilDiv(seconds - midnight, step) * step;
        return Instant.ofEpochSecond(midnight + Math.min(label, DAY) - offset.getTotalSeconds());
    }
}
