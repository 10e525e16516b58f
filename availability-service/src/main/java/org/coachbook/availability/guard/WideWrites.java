package org.coachbook.availability.guard;

import com.mongodb.client.ClientSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.guard.WeekRepository.Written;
import org.jspecify.annotations.Nullable;

/**
 * Writes over the border of two weeks, each one transaction. All weeks that were read are written, so that two of them,
 * or one and a write to a single week, cannot both decide on what the other is changing.
 */
@ApplicationScoped
class WideWrites {
    private final WeekRepository weeks;
    private final BoundedTransactions transactions;

    WideWrites(WeekRepository weeks, BoundedTransactions transactions) {
        this.weeks = weeks;
        this.transactions = transactions;
    }

    private record Done<T>(T result, @Nullable Written home) {}

    Diagnosis reserve(Attempt attempt) {
        Done<Diagnosis> done = transactions.run(session -> {
            Diagnosis diagnosis = Diagnosis.of(attempt, weeks.findAll(session, attempt.weekIds()));
            return diagnosis instanceof Diagnosis.Fits
                    ? new Done<>(new Diagnosis.Known(new Taken(attempt.entry())), take(session, attempt))
                    : new Done<>(diagnosis, null);
        });
        announce(done.home(), attempt.messages().size());
        return done.result();
    }

    boolean retake(Attempt attempt) {
        Done<Boolean> done = transactions.run(session -> {
            boolean free = Diagnosis.timeIsFree(attempt, weeks.findAll(session, attempt.weekIds()));
            return new Done<>(free, free ? take(session, attempt) : null);
        });
        announce(done.home(), attempt.messages().size());
        return done.result();
    }

    private @Nullable Written take(ClientSession session, Attempt attempt) {
        String homeId = attempt.homeId();
        Written home = null;
        for (String weekId : attempt.weekIds()) {
            if (weekId.equals(homeId)) {
                Document variables = ReserveUpdate.variables(attempt);
                home = weeks.write(session, byId(weekId), ReserveUpdate.of(attempt), variables);
            } else {
                boolean takes = weekId.equals(attempt.entry().alsoIn());
                Entry copy = takes ? attempt.entry().copyFor(homeId) : null;
                Document variables = ReserveUpdate.besideVariables(attempt, copy);
                weeks.write(session, byId(weekId), ReserveUpdate.beside(takes), variables);
            }
        }
        return home;
    }

    /** Confirms or extends an entry that stands in both weeks; false when it does not stand in both any more. */
    boolean change(ChangeUpdate update, String homeId, String otherId) {
        WeekWrite change = (session, weekId) -> weeks.write(
                session, update.anywhere(weekId), update.pipeline(weekId.equals(homeId)), update.variables());
        return inBoth(homeId, otherId, change, update.messages().size());
    }

    /** Gives an entry up in both weeks; false when it was given up or confirmed meanwhile, then nothing is written. */
    boolean giveUp(ReleaseUpdate update, String homeId, String otherId) {
        WeekWrite giveUp = (session, weekId) -> weeks.write(
                session, update.notConfirmed(weekId), update.pipeline(weekId.equals(homeId)), update.variables());
        return inBoth(homeId, otherId, giveUp, update.messages().size());
    }

    /** A conditional write to one week; null when the week did not meet the condition. */
    private interface WeekWrite {
        @Nullable
        Written in(ClientSession session, String weekId);
    }

    /** Writes both weeks or none. */
    private boolean inBoth(String homeId, String otherId, WeekWrite write, int messages) {
        Done<Boolean> done = transactions.run(session -> {
            List<Written> written = new ArrayList<>();
            for (String weekId : ordered(homeId, otherId)) {
                Written one = write.in(session, weekId);
                if (one == null) {
                    session.abortTransaction();
                    return new Done<>(false, null);
                }
                written.add(one);
            }
            return new Done<>(true, home(written, homeId));
        });
        announce(done.home(), messages);
        return done.result();
    }

    /** Releases an entry in both weeks; false when the week of its start has released it before. */
    boolean release(ReleaseUpdate update, String homeId, String otherId) {
        Done<Boolean> done = transactions.run(session -> {
            List<Written> written = new ArrayList<>();
            for (String weekId : ordered(homeId, otherId)) {
                List<Document> pipeline = update.pipeline(weekId.equals(homeId));
                Written one = weeks.write(session, update.notGone(weekId), pipeline, update.variables());
                if (one != null) {
                    written.add(one);
                }
            }
            Written home = home(written, homeId);
            return new Done<>(home != null, home);
        });
        announce(done.home(), update.messages().size());
        return done.result();
    }

    private void announce(@Nullable Written home, int messages) {
        if (home != null) {
            weeks.committed(home, messages);
        }
    }

    private static @Nullable Written home(List<Written> written, String homeId) {
        return written.stream().filter(w -> w.id().equals(homeId)).findFirst().orElse(null);
    }

    private static List<String> ordered(String one, String other) {
        return one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one);
    }

    private static Document byId(String weekId) {
        return new Document("_id", weekId);
    }
}
