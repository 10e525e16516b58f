package org.coachbook.booking.process;

import java.time.Duration;
import java.time.Instant;

/**
 * How long each side has.
 *
 * @param reservation for the calendar's answer
 * @param payment for paying after placing
 * @param paymentOnAcceptance for paying after the coach has accepted
 * @param request for the coach's answer
 */
public record Deadlines(Duration reservation, Duration payment, Duration paymentOnAcceptance, Duration request) {
    /** A slot outlives its step by this much, so that it is never lost before the money is known to be off. */
    public static final Duration SLOT_OUTLIVES_STEP = Duration.ofHours(1);

    /** Decisions are made at least this long before an authorisation lapses. */
    public static final Duration BEFORE_AUTHORISATION_LAPSES = Duration.ofHours(12);

    /** How long a card authorisation is taken to live before Stripe has said it. */
    public static final Duration AUTHORISATION_LIVES = Duration.ofDays(7);

    /** A capture still undecided this long before the authorisation lapses is settled. */
    public static final Duration CAPTURE_GIVEN_UP_BEFORE_LAPSE = Duration.ofHours(1);

    /** Pause before an undecided payment is asked for again. */
    public static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    /** How long after the time to decide a seat hears of the decision at the latest, or it is asked for again. */
    public static final Duration DECISION_HEARD = Duration.ofMinutes(5);

    /** How long a person who asks for something waits for the answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The longest pause before the calendar is asked once more for a new time; what waits longer is shown to operators. */
    public static final Duration NEW_TIME_HEARD = Duration.ofMinutes(5);

    /** How long a client who took his proposed time back waits before he proposes another one. */
    static final Duration PROPOSES_AGAIN = Duration.ofHours(1);

    /** How long after the end the coach may say who came. */
    public static final Duration ATTENDANCE = Duration.ofDays(7);

    /** As the product promises them unless configured. */
    public static Deadlines standard() {
        return new Deadlines(
                Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofHours(48));
    }

    /** Whether the coach may answer later than a card authorisation lives; then the money is taken at once. */
    boolean outliveAuthorisation(Instant now, Instant start) {
        return outlivesAuthorisation(now, earlier(now.plus(payment).plus(request), start));
    }

    /** Whether what is decided then is decided later than a card authorisation lives. */
    static boolean outlivesAuthorisation(Instant now, Instant decision) {
        return decision.isAfter(now.plus(AUTHORISATION_LIVES).minus(BEFORE_AUTHORISATION_LAPSES));
    }

    /** When a capture is settled that was not decided by then; never so soon that settling would not pause. */
    static Instant captureGivenUp(Instant now, Instant authorisationLapses) {
        Instant soonest = now.plus(ASK_AGAIN);
        Instant usual = authorisationLapses.minus(CAPTURE_GIVEN_UP_BEFORE_LAPSE);
        return usual.isAfter(soonest) ? usual : soonest;
    }

    /** When to ask once more what was not answered since then: after a pause that doubles, up to the longest. */
    Instant askAgain(Instant since, Instant now) {
        Duration waited = Duration.between(since, now);
        Duration pause = waited.compareTo(reservation) < 0 ? reservation : waited;
        return now.plus(pause.compareTo(NEW_TIME_HEARD) < 0 ? pause : NEW_TIME_HEARD);
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
