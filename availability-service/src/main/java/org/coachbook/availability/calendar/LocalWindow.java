package org.coachbook.availability.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A window on the local clock. An instant lies in it iff its local label does: in a gap the window shrinks, in an
 * overlap each label occurs twice.
 */
public record LocalWindow(LocalDateTime from, LocalDateTime to) {
    /** The instants whose label in this zone lies in the window. */
    public List<Range> in(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant end = to.toInstant(ZoneOffset.MIN);
        List<Range> found = new ArrayList<>();
        Instant at = from.toInstant(ZoneOffset.MAX);
        while (at.isBefore(end)) {
            ZoneOffset offset = rules.getOffset(at);
            ZoneOffsetTransition next = rules.nextTransition(at);
            Instant change = next == null ? end : Ranges.earlier(end, next.getInstant());
            Ranges.add(found, Ranges.later(at, from.toInstant(offset)), Ranges.earlier(change, to.toInstant(offset)));
            at = change;
        }
        return Ranges.union(found);
    }
}
