package org.coachbook.availability.holds;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.contracts.availability.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * The holds of one person and his bookings that are not settled, so that nobody keeps more than three times at once
 * without paying, keeps a time by holding it again and again, or floods coaches with requests. It is written before the
 * calendar; what a crash leaves behind expires.
 *
 * @param live holds that may still stand in a calendar
 * @param placed when holds were placed with which coach, in the last hour
 * @param bookings bookings that are neither permanent nor over
 */
public record HoldAllowance(
        @BsonId String userId, List<Hold> live, List<Placed> placed, List<OpenBooking> bookings, long version) {
    static final int MOST_LIVE = 3;
    static final int MOST_AN_HOUR = 10;
    static final int MOST_REQUESTS = 10;
    static final int MOST_REQUESTS_WITH_COACH = 3;
    private static final Duration HOUR = Duration.ofHours(1);

    /** One hold that was placed. */
    public record Placed(String id, String coachId, Instant at) {}

    /** What was stored before bookings were counted has none. */
    public HoldAllowance {
        bookings = Objects.requireNonNullElse(bookings, List.of());
    }

    static HoldAllowance of(String userId) {
        return new HoldAllowance(userId, List.of(), List.of(), List.of(), 0);
    }

    /** The same without what has expired. */
    HoldAllowance at(Instant now) {
        return next(
                live.stream().filter(h -> h.expiresAt().isAfter(now)).toList(),
                placed.stream().filter(p -> p.at().plus(HOUR).isAfter(now)).toList(),
                bookings.stream().filter(b -> b.expiresAt().isAfter(now)).toList());
    }

    /** Those that ran out and were not looked after yet. */
    List<Hold> lapsedBy(Instant now) {
        return live.stream().filter(h -> !h.expiresAt().isAfter(now)).toList();
    }

    /** The same with these, which ran out and are still to be looked after. */
    HoldAllowance keeping(List<Hold> lapsed) {
        return next(Stream.concat(lapsed.stream(), live.stream()).toList(), placed, bookings);
    }

    /**
     * A hold as it can be placed: one that is known as it was placed before, one of a time that is held already no longer
     * than that, because holds cannot be extended.
     */
    Hold placeable(Hold hold) {
        Hold known = find(hold.id());
        return known == null
                ? live.stream()
                        .filter(h -> h.sameAs(hold) && h.expiresAt().isBefore(hold.expiresAt()))
                        .findFirst()
                        .map(h -> hold.until(h.expiresAt()))
                        .orElse(hold)
                : known;
    }

    /** The live holds that give way to this one. */
    List<Hold> replacedBy(Hold hold) {
        return live.stream()
                .filter(h -> !h.id().equals(hold.id()) && h.conflictsWith(hold))
                .toList();
    }

    /** The same with one hold more, or null when that is one too many; to be called on what {@link #at} made. */
    @Nullable
    HoldAllowance with(Hold hold) {
        if (kept(replacedBy(hold)) >= MOST_LIVE || againWith(hold.coachId()) != null) {
            return null;
        }
        Placed again = new Placed(hold.id(), hold.coachId(), hold.placedAt());
        return next(and(live, hold), and(placed, again), bookings);
    }

    /** When times of this coach can be held again; null when they can be now, as far as the hour goes. */
    @Nullable
    Instant againWith(String coachId) {
        return placed.stream()
                .filter(p -> p.coachId().equals(coachId))
                .map(p -> p.at().plus(HOUR))
                .sorted(Comparator.reverseOrder())
                .skip(MOST_AN_HOUR - 1L)
                .findFirst()
                .orElse(null);
    }

    /** Times that are kept without being paid, but for these holds; a hold that became a booking counts with it. */
    private long kept(List<Hold> without) {
        long held = live.stream()
                .filter(h -> !without.contains(h) && bookings.stream().noneMatch(b -> b.isMadeOf(h)))
                .count();
        return held + bookings.stream().filter(OpenBooking::unpaid).count();
    }

    /** Why this booking is one too many, or null; to be called on what {@link #at} made. */
    @Nullable
    RefusalReason refusalOf(OpenBooking booking) {
        if (has(booking.id())) {
            return null;
        }
        HoldAllowance more = with(booking);
        if (more.kept(List.of()) > MOST_LIVE) {
            return RefusalReason.TOO_MANY_HOLDS;
        }
        List<OpenBooking> requests =
                more.bookings.stream().filter(OpenBooking::request).toList();
        long withCoach = requests.stream()
                .filter(r -> r.coachId().equals(booking.coachId()))
                .count();
        boolean tooMany =
                booking.request() && (requests.size() > MOST_REQUESTS || withCoach > MOST_REQUESTS_WITH_COACH);
        return tooMany ? RefusalReason.TOO_MANY_REQUESTS : null;
    }

    /** The same with this booking, which is there once. */
    HoldAllowance with(OpenBooking booking) {
        return next(live, placed, has(booking.id()) ? bookings : and(bookings, booking));
    }

    private boolean has(String bookingId) {
        return bookings.stream().anyMatch(b -> b.id().equals(bookingId));
    }

    /** The same with a booking kept by these reservations, and until then. */
    HoldAllowance extended(String bookingId, List<String> reservations, Instant until, boolean withCoach) {
        return withBooking(bookingId, b -> b.extended(reservations, until, withCoach));
    }

    /** The same without one of a booking's reservations; with the last one the booking is over. */
    HoldAllowance released(String bookingId, String reservationId) {
        boolean over = bookings.stream().anyMatch(b -> b.id().equals(bookingId) && b.without(reservationId) == null);
        return over ? settled(bookingId) : withBooking(bookingId, b -> b.without(reservationId));
    }

    /** The same without a booking whose reservation came to nothing, but for one that is kept by others by now. */
    HoldAllowance refused(String bookingId, String reservationId) {
        return withBooking(bookingId, b -> b.isKeptBy(reservationId) ? null : b);
    }

    private HoldAllowance withBooking(String bookingId, Function<OpenBooking, @Nullable OpenBooking> change) {
        List<OpenBooking> changed = bookings.stream()
                .flatMap(b -> Stream.ofNullable(b.id().equals(bookingId) ? change.apply(b) : b))
                .toList();
        return next(live, placed, changed);
    }

    /** The same without a booking that is permanent or over, and without the hold that it was made of. */
    HoldAllowance settled(String bookingId) {
        List<String> turned = live.stream()
                .filter(h -> bookings.stream().anyMatch(b -> b.id().equals(bookingId) && b.isMadeOf(h)))
                .map(Hold::id)
                .toList();
        return without(turned).withBooking(bookingId, _ -> null);
    }

    /** The same without these holds, which still count for the hour. */
    HoldAllowance without(List<String> ids) {
        return next(live.stream().filter(h -> !ids.contains(h.id())).toList(), placed, bookings);
    }

    /** The same as if this hold had never been asked for. */
    HoldAllowance undone(String id) {
        return next(
                live.stream().filter(h -> !h.id().equals(id)).toList(),
                placed.stream().filter(p -> !p.id().equals(id)).toList(),
                bookings);
    }

    @Nullable
    Hold find(String id) {
        return live.stream().filter(h -> h.id().equals(id)).findFirst().orElse(null);
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private HoldAllowance next(List<Hold> nextLive, List<Placed> nextPlaced, List<OpenBooking> nextBookings) {
        return new HoldAllowance(
                userId, List.copyOf(nextLive), List.copyOf(nextPlaced), List.copyOf(nextBookings), version);
    }
}
