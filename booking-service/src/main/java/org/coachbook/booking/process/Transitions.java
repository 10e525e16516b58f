package org.coachbook.booking.process;

import static org.coachbook.booking.process.BookingStatus.AWAITING_PAYMENT;
import static org.coachbook.booking.process.BookingStatus.CANCELLED_BY_CLIENT;
import static org.coachbook.booking.process.BookingStatus.CANCELLED_BY_COACH;
import static org.coachbook.booking.process.BookingStatus.COMPLETED;
import static org.coachbook.booking.process.BookingStatus.CONFIRMED;
import static org.coachbook.booking.process.BookingStatus.DECLINED;
import static org.coachbook.booking.process.BookingStatus.EXPIRED;
import static org.coachbook.booking.process.BookingStatus.FIRM_BOOKED;
import static org.coachbook.booking.process.BookingStatus.NO_SHOW;
import static org.coachbook.booking.process.BookingStatus.PENDING_MINIMUM_ATTENDEES;
import static org.coachbook.booking.process.BookingStatus.PLACING;
import static org.coachbook.booking.process.BookingStatus.REJECTED;
import static org.coachbook.booking.process.BookingStatus.REQUESTED;
import static org.coachbook.booking.process.BookingStatus.RESCHEDULED;
import static org.coachbook.booking.process.BookingStatus.SCHEDULED;
import static org.coachbook.booking.process.BookingStatus.TIME_SUGGESTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one table of what may follow what; anything else is refused. Dead bookings have no way out. */
public final class Transitions {
    private static final Set<BookingStatus> AFTER_BOOKED =
            EnumSet.of(COMPLETED, NO_SHOW, RESCHEDULED, CANCELLED_BY_CLIENT, CANCELLED_BY_COACH);

    private static final Map<BookingStatus, Set<BookingStatus>> TABLE = Map.ofEntries(
            row(
                    PLACING,
                    REJECTED,
                    EXPIRED,
                    CANCELLED_BY_CLIENT,
                    AWAITING_PAYMENT,
                    REQUESTED,
                    FIRM_BOOKED,
                    PENDING_MINIMUM_ATTENDEES,
                    SCHEDULED),
            row(
                    AWAITING_PAYMENT,
                    REQUESTED,
                    FIRM_BOOKED,
                    CONFIRMED,
                    PENDING_MINIMUM_ATTENDEES,
                    SCHEDULED,
                    REJECTED,
                    EXPIRED,
                    CANCELLED_BY_CLIENT,
                    CANCELLED_BY_COACH),
            row(
                    REQUESTED,
                    CONFIRMED,
                    PENDING_MINIMUM_ATTENDEES,
                    AWAITING_PAYMENT,
                    DECLINED,
                    TIME_SUGGESTED,
                    REJECTED,
                    EXPIRED,
                    CANCELLED_BY_CLIENT,
                    CANCELLED_BY_COACH),
            row(
                    TIME_SUGGESTED,
                    CONFIRMED,
                    PENDING_MINIMUM_ATTENDEES,
                    AWAITING_PAYMENT,
                    DECLINED,
                    REJECTED,
                    EXPIRED,
                    CANCELLED_BY_CLIENT,
                    CANCELLED_BY_COACH),
            row(PENDING_MINIMUM_ATTENDEES, CONFIRMED, EXPIRED, REJECTED, CANCELLED_BY_CLIENT, CANCELLED_BY_COACH),
            row(
                    SCHEDULED,
                    CONFIRMED,
                    DECLINED,
                    EXPIRED,
                    COMPLETED,
                    NO_SHOW,
                    RESCHEDULED,
                    CANCELLED_BY_CLIENT,
                    CANCELLED_BY_COACH),
            Map.entry(FIRM_BOOKED, AFTER_BOOKED),
            Map.entry(CONFIRMED, AFTER_BOOKED),
            Map.entry(RESCHEDULED, AFTER_BOOKED),
            row(COMPLETED, NO_SHOW),
            row(NO_SHOW, COMPLETED));

    private Transitions() {}

    /** Whether a booking may go from one status to the other. */
    public static boolean allowed(BookingStatus from, BookingStatus to) {
        return TABLE.getOrDefault(from, Set.of()).contains(to);
    }

    /** What may follow, in the order of the statuses. */
    public static List<BookingStatus> after(BookingStatus from) {
        return TABLE.getOrDefault(from, Set.of()).stream().sorted().toList();
    }

    private static Map.Entry<BookingStatus, Set<BookingStatus>> row(BookingStatus from, BookingStatus... next) {
        return Map.entry(from, EnumSet.of(next[0], next));
    }
}
