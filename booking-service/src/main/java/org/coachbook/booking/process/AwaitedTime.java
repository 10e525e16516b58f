package org.coachbook.booking.process;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.RefusedAlternative;

/**
 * Which time a booking can be told something about: its own, or the one that it is to be moved to. Anything else is late
 * word of a time that was given up since, for another.
 */
record AwaitedTime(Draft d) {
    boolean isMeantBy(Reply reply) {
        return switch (reply) {
            case Reply.Held r -> isOffered(kept(r.alternatives()));
            case Reply.NotHeld r -> isOffered(refused(r.alternatives()));
            default -> reply.reservationId().map(this::isAwaited).orElse(true);
        };
    }

    /** Once the calendar was asked to give a requested time up, it is given up. */
    private boolean isAwaited(String reservationId) {
        return switch (d.step()) {
            case SUGGEST_TIMES, AWAIT_CHOICE -> false;
            case MOVE_SLOT, TAKE_TIME ->
                newTime().map(this::idOf).filter(reservationId::equals).isPresent();
            default -> reservationId.equals(d.reservationId());
        };
    }

    private Optional<Proposal.Time> newTime() {
        return Optional.ofNullable(d.proposal).flatMap(p -> p.numbered(Objects.requireNonNullElse(p.taken(), 0)));
    }

    private boolean isOffered(Stream<String> reservationIds) {
        return d.proposal != null
                && reservationIds.allMatch(
                        id -> d.proposal.times().stream().map(this::idOf).anyMatch(id::equals));
    }

    private String idOf(Proposal.Time time) {
        return Slot.reservationId(d.before.id(), time.attempt());
    }

    private static Stream<String> kept(AlternativesHeld reply) {
        return reply.alternatives().stream().map(Alternative::reservationId);
    }

    private static Stream<String> refused(AlternativesRefused reply) {
        return reply.refused().stream().map(RefusedAlternative::reservationId);
    }
}
