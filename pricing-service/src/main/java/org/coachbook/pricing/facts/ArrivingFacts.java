package org.coachbook.pricing.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionTypeChanged;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Facts that may be on their way: what was made a moment ago is waited for. */
@ApplicationScoped
public class ArrivingFacts {
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private final KnownFacts known;
    private final SessionTypeClient sessionTypes;
    private final Duration limit;

    ArrivingFacts(
            KnownFacts known,
            SessionTypeClient sessionTypes,
            @ConfigProperty(name = "coachbook.quotes.fact-wait") Duration limit) {
        this.known = known;
        this.sessionTypes = sessionTypes;
        this.limit = limit;
    }

    /**
     * The session type; empty when there is none.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when it exists, but we have not been told its terms in time
     */
    public Optional<SessionTypeChanged> sessionType(String id) {
        Optional<SessionTypeChanged> present = known.sessionType(id);
        return present.isPresent() ? present : awaitSessionType(id);
    }

    private Optional<SessionTypeChanged> awaitSessionType(String id) {
        SessionTypeClient.Answer answer = sessionTypes.exists(id);
        if (answer == SessionTypeClient.Answer.DOES_NOT_EXIST) {
            return Optional.empty();
        }
        Optional<SessionTypeChanged> arrived = await(() -> known.sessionType(id));
        if (arrived.isEmpty() && answer == SessionTypeClient.Answer.EXISTS) {
            throw Problem.tryAgain().asException();
        }
        return arrived;
    }

    /** The coach's schedule; empty when he has not made one. */
    public Optional<ScheduleChanged> schedule(String coachId) {
        return await(() -> known.schedule(coachId));
    }

    /** Asks again and again, whichever replica hears of it. */
    private <T> Optional<T> await(Supplier<Optional<T>> fact) {
        long end = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        Optional<T> found = fact.get();
        while (found.isEmpty() && System.nanoTime() - end < 0) {
            sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            found = fact.get();
        }
        return found;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.tryAgain().asException();
        }
    }
}
