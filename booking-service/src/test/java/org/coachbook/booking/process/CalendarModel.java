package org.coachbook.booking.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.MinimumAttendees;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.SessionOff;
import org.jspecify.annotations.Nullable;

/** What the calendar would do with the times of a booking; it refuses and loses them at random. */
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
    private boolean off;
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Instant> expiries = new HashMap<>();

    CalendarModel(Random random) {
        this.random = random;
        this.mode = random.nextBoolean() ? BookingMode.FIRM : BookingMode.REQUEST;
        this.minimum = random.nextInt(3) == 0 ? Scenario.TWO : null;
        this.timing = random.nextBoolean() ? PaymentTiming.IMMEDIATE : PaymentTiming.ON_ACCEPTANCE;
    }

    /** The times that stand, by reservation. */
    Map<String, State> live() {
        return states.entrySet().stream()
                .filter(e -> isLive(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The reply to a command. */
    Reply handle(Record command, Booking booking, Instant now) {
        List.copyOf(states.keySet()).forEach(id -> lapse(id, now));
        return switch (command) {
            case ReserveSlot reserve -> reserve(reserve, booking);
            case ExtendSlot extend -> extend(extend);
            case ConfirmSlot confirm -> confirm(confirm.reservationId());
            case OfferAlternatives offer -> offer(offer);
            case MoveSlot move -> move(move);
            case ReleaseSlot release -> release(release.reservationId());
            default -> throw new IllegalArgumentException("The calendar knows no " + command);
        };
    }

    private State stateOf(String id) {
        return states.getOrDefault(id, State.NEVER);
    }

    private boolean isLive(String id) {
        return stateOf(id) == State.RESERVED || stateOf(id) == State.CONFIRMED;
    }

    private Reply reserve(ReserveSlot command, Booking booking) {
        String id = command.reservationId();
        if (stateOf(id) == State.RELEASED) {
            return Answers.released(id);
        }
        if (stateOf(id) == State.NEVER && random.nextInt(8) == 0) {
            states.put(id, State.LOST);
            return Answers.SLOT_REFUSED;
        }
        boolean confirmed = command.confirm() && mode == BookingMode.FIRM && minimum == null;
        if (isLive(id)) {
            return Scenario.reservation(booking, mode, timing, confirmed, minimum);
        }
        take(id, confirmed ? State.CONFIRMED : State.RESERVED, command.expiresAt());
        return Scenario.reservation(booking, mode, timing, confirmed, minimum);
    }

    private Reply extend(ExtendSlot command) {
        String id = command.reservationId();
        if (stateOf(id) == State.RESERVED) {
            expiries.put(id, command.expiresAt());
        }
        return isLive(id) ? Answers.extended(id) : Answers.lost(id);
    }

    private Reply confirm(String id) {
        if (stateOf(id) == State.LOST && random.nextBoolean()) {
            states.put(id, State.CONFIRMED); // lapsed, but nobody had taken it
        }
        if (stateOf(id) == State.RESERVED) {
            states.put(id, random.nextInt(10) == 0 ? State.LOST : State.CONFIRMED);
        }
        if (off) {
            return new Reply.Off(new SessionOff(id, "b", "coach"));
        }
        return stateOf(id) == State.CONFIRMED ? confirmed(id) : Answers.lost(id);
    }

    private Reply confirmed(String id) {
        return minimum == null || going ? Answers.confirmed(id) : Answers.SEAT_WAITS;
    }

    /** Others join or do not: the session is going or off, which is decided once. */
    Optional<Reply> decide() {
        Map<String, State> live = live();
        if (minimum == null || going || live.isEmpty()) {
            return Optional.empty();
        }
        if (live.containsValue(State.RESERVED) || random.nextInt(3) == 0) {
            live.keySet().forEach(id -> states.put(id, State.RELEASED));
            off = true;
            return Optional.of(Answers.OFF);
        }
        going = true;
        return Optional.of(Answers.GOING);
    }

    /** Whether the session takes place, as far as others decide on it. */
    boolean takesPlace() {
        return minimum == null || going;
    }

    /** All of them or none; the requested time must stand, and is given up in the same write. */
    private Reply offer(OfferAlternatives command) {
        List<String> ids =
                command.alternatives().stream().map(Alternative::reservationId).toList();
        if (ids.stream().allMatch(this::isLive)) {
            return Answers.held(command);
        }
        String requested = command.releasedReservationId();
        // the model knows the seats of one session only
        boolean possible = minimum == null
                && (requested == null || isLive(requested))
                && ids.stream().allMatch(id -> stateOf(id) == State.NEVER);
        if (!possible || random.nextInt(4) == 0) {
            states.putIfAbsent(ids.getLast(), State.RELEASED);
            return Answers.notHeld(command);
        }
        if (requested != null) {
            states.put(requested, State.RELEASED);
        }
        ids.forEach(id -> take(id, State.RESERVED, command.expiresAt()));
        return Answers.held(command);
    }

    /** The new time is taken and the old one given up, or neither; what is refused stays refused. */
    private Reply move(MoveSlot command) {
        String id = command.reservationId();
        if (stateOf(id) == State.CONFIRMED) {
            return Answers.moved(command);
        }
        if (stateOf(id) == State.RELEASED) {
            return Answers.refused(id, RefusalReason.RELEASED);
        }
        if (stateOf(command.movedReservationId()) != State.CONFIRMED || random.nextInt(3) == 0) {
            states.put(id, State.RELEASED);
            boolean coach = random.nextBoolean();
            return Answers.refused(id, coach ? RefusalReason.NEEDS_ACCEPTANCE : RefusalReason.OVERLAPS);
        }
        states.put(command.movedReservationId(), State.RELEASED);
        states.put(id, State.CONFIRMED);
        return Answers.moved(command);
    }

    private void take(String id, State state, Instant expiresAt) {
        states.put(id, state);
        expiries.put(id, expiresAt);
    }

    private Reply release(String id) {
        states.put(id, State.RELEASED);
        return Answers.released(id);
    }

    private void lapse(String id, Instant now) {
        if (stateOf(id) == State.RESERVED && !now.isBefore(expiries.getOrDefault(id, Instant.MAX))) {
            states.put(id, State.LOST);
        }
    }
}
