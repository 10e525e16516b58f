package org.coachbook.availability.guard;

import java.util.Objects;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.SessionGoing;
import org.coachbook.contracts.availability.SessionOff;
import org.coachbook.contracts.availability.SlotFreed;

/** What is told about a session that was decided on. Ids follow from the seat, so that a seat is told once. */
final class SessionMessages {
    private SessionMessages() {}

    static OutboxMessage going(String coachId, Entry seat) {
        String booking = bookingOf(seat);
        return OutboxMessage.of(
                new SessionGoing(seat.id(), booking, coachId), seat.id() + ":going", booking, seat.id(), 0);
    }

    static OutboxMessage off(String coachId, Entry seat) {
        String booking = bookingOf(seat);
        return OutboxMessage.of(new SessionOff(seat.id(), booking, coachId), seat.id() + ":off", booking, seat.id(), 0);
    }

    static OutboxMessage freed(CalendarWeek week, Entry seat) {
        var freed = new SlotFreed(week.coachId(), seat.from(), seat.to());
        return OutboxMessage.of(freed, seat.id() + ":freed", week.coachId(), week.id(), 0);
    }

    /** Whether there is somebody to tell; a hold and an offered time are nobody's booking yet. */
    static boolean concern(Entry seat) {
        boolean booked = seat.kind() == Entry.Kind.RESERVED || seat.kind() == Entry.Kind.CONFIRMED;
        return booked && seat.seat() != null && seat.seat().booking() != null;
    }

    private static String bookingOf(Entry seat) {
        return Objects.requireNonNull(Objects.requireNonNull(seat.seat()).booking());
    }
}
