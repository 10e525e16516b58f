package org.coachbook.booking.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.MinimumAttendees;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.ReserveSlot;
import org.jspecify.annotations.Nullable;

/** What the calendar would do with the one slot of a booking; it refuses and loses slots at random. */
final class CalendarModel {
    enum State {
        NEVER,
        RESERVED,
        CONFIRMED,
        LOST,
        RELEASED
    }

    private final Random random;
    private final BookingMode mode;
    private final PaymentTiming timing;
    private final @Nullable MinimumAttendees minimum;
    private boolean going;
    State state = State.NEVER;
    private Instant expiresAt = Instant.MAX;

    CalendarModel(Random random) {
        this.random = random;
        this.mode = random.nextBoolean() ? BookingMode.FIRM : BookingMode.REQUEST;
        this.minimum = random.nextInt(3) == 0 ? Scenario.TWO : null;
        this.timing = random.nextBoolean() ? PaymentTiming.IMMEDIATE : PaymentTiming.ON_ACCEPTANCE;
    }

    /** The reply to a command, null for commands that are not the calendar's. */
    @Nullable
    Reply handle(Record command, Booking booking, Instant now) {
        lapse(now);
        return switch (command) {
            case ReserveSlot reserve -> reserve(reserve, booking);
            case ExtendSlot extend -> extend(extend);
            case ConfirmSlot _ -> confirm();
            default -> release();
        };
    }

    private Reply reserve(ReserveSlot command, Booking booking) {
        if (state == State.RELEASED) {
            return Answers.SLOT_RELEASED;
        }
        if (state == State.NEVER && random.nextInt(8) == 0) {
            state = State.LOST;
            return Answers.SLOT_REFUSED;
        }
        boolean confirmed = command.confirm() && mode == BookingMode.FIRM && minimum == null;
        state = confirmed ? State.CONFIRMED : State.RESERVED;
        expiresAt = command.expiresAt();
        return Scenario.reservation(booking, mode, timing, confirmed, minimum);
    }

    private Reply extend(ExtendSlot command) {
        if (state == State.RESERVED) {
            expiresAt = command.expiresAt();
        }
        return live() ? Answers.SLOT_EXTENDED : Answers.SLOT_LOST;
    }

    private Reply confirm() {
        if (state == State.LOST && random.nextBoolean()) {
            state = State.CONFIRMED; // lapsed, but nobody had taken it
        }
        if (state == State.RESERVED) {
            state = random.nextInt(10) == 0 ? State.LOST : State.CONFIRMED;
        }
        return state == State.CONFIRMED ? confirmed() : Answers.SLOT_LOST;
    }

    private Reply confirmed() {
        return minimum == null || going ? Answers.SLOT_CONFIRMED : Answers.SEAT_WAITS;
    }

    /** Others join or do not: the session is going or off, which is decided once. */
    Optional<Reply> decide() {
        if (minimum == null || going || !live()) {
            return Optional.empty();
        }
        if (state == State.RESERVED || random.nextInt(3) == 0) {
            state = State.RELEASED;
            return Optional.of(Answers.OFF);
        }
        going = true;
        return Optional.of(Answers.GOING);
    }

    /** Whether the session takes place, as far as others decide on it. */
    boolean takesPlace() {
        return minimum == null || going;
    }

    private Reply release() {
        state = State.RELEASED;
        return Answers.SLOT_RELEASED;
    }

    private void lapse(Instant now) {
        if (state == State.RESERVED && !now.isBefore(expiresAt)) {
            state = State.LOST;
        }
    }

    private boolean live() {
        return state == State.RESERVED || state == State.CONFIRMED;
    }
}
