package org.coachbook.availability.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.connections.Viewer.Standing;
import org.coachbook.availability.guard.Attempt;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Planned;
import org.coachbook.availability.guard.Rules;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.Buffers;
import org.coachbook.availability.sessiontypes.Lengths;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.Test;

class MovePlanTest {
    private static final Instant OLD = Instant.parse("2027-03-01T10:00:00Z");

    private final Schedule schedule =
            Rules.schedule("Europe/Zurich", Rules.daily(0, 1440), List.of(), 0, 15, Caps.NONE);
    private final SessionType type = Rules.type(new Lengths(60, 30, 120, 15), new Buffers(0, 0), Caps.NONE);
    private final MoveSlot move =
            new MoveSlot("b:2", "b", "coach", "client", "type", "b:1", OLD, OLD.plus(Duration.ofDays(2)), 60, false);

    @Test
    void a_session_is_moved_until_it_begins() {
        assertThat(planned(OLD.minusMillis(1))).isInstanceOf(Attempt.class);
        assertThat(planned(OLD)).isEqualTo(Refused.because(RefusalReason.TOO_SOON));
    }

    private Planned planned(Instant now) {
        Range time = Range.ofMinutes(OLD, 60);
        Entry booked = new Entry(
                "b:1",
                Entry.Kind.CONFIRMED,
                "client",
                "type",
                time.from(),
                time.to(),
                time.from(),
                time.to(),
                true,
                Entry.NEVER,
                null,
                null);
        var admission = new Admission(type, new Viewer("client", Standing.STRANGER), now);
        return new MovePlan(move, booked, List.of(), admission, new Replies("c")).under(schedule);
    }
}
