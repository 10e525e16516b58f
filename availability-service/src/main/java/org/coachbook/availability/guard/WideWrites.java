package org.coachbook.availability.guard;

import com.mongodb.client.ClientSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.coachbook.availability.guard.Outcome.Refused;
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

    private record Done<T>(T result, Announced announced) {}

    /** What a transaction left in the weeks that announce something, and how many messages are new there. */
    private record Announced(Map<String, Written> weeks, Map<String, Integer> messages) {
        Announced() {
            this(new LinkedHashMap<>(), new HashMap<>());
        }

        static Announced of(@Nullable Written home, int messages) {
            Announced announced = new Announced();
            announced.add(home, messages);
            return announced;
        }

        void add(@Nullable Written home, int more) {
            if (home != null) {
                weeks.put(home.id(), home);
                messages.merge(home.id(), more, Integer::sum);
            }
        }
    }

    /** Takes a time; answers what the weeks say to it. */
    Diagnosis reserve(Attempt attempt) {
        return reserveAll(List.of(attempt)).getFirst();
    }

    /** Takes all times or none, each after the other; answers what the weeks say to each. */
    List<Diagnosis> reserveAll(List<? extends Planned> planned) {
        Done<List<Diagnosis>> done = transactions.run(session -> {
            Announced announced = new Announced();
            List<Diagnosis> said = planned.stream()
                    .map(one -> reserve(session, one, announced))
                    .toList();
            if (said.stream().allMatch(WideWrites::isTaken)) {
                return new Done<>(said, announced);
            }
            session.abortTransaction();
            return new Done<>(said, new Announced());
        });
        announce(done.announced());
        return done.result();
    }

    private Diagnosis reserve(ClientSession session, Planned planned, Announced announced) {
        if (!(planned instanceof Attempt attempt)) {
            return new Diagnosis.Known((Refused) planned);
        }
        Diagnosis diagnosis = Diagnosis.of(attempt, weeks.findAll(session, attempt.weekIds()));
        if (!(diagnosis instanceof Diagnosis.Fits)) {
            return diagnosis;
        }
        announced.add(take(session, attempt), attempt.messages().size());
        return new Diagnosis.Known(new Taken(attempt.entry()));
    }

    private static boolean isTaken(Diagnosis diagnosis) {
        return diagnosis instanceof Diagnosis.Known(Taken _);
    }

    boolean retake(Attempt attempt) {
        Done<Boolean> done = transactions.run(session -> {
            boolean free = Diagnosis.timeIsFree(attempt, weeks.findAll(session, attempt.weekIds()));
            Written home = free ? take(session, attempt) : null;
            return new Done<>(free, Announced.of(home, attempt.messages().size()));
        });
        announce(done.announced());
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
                weeks.write(session, byId(weekId), ReserveUpdate.beside(attempt, takes), variables);
            }
        }
        return home;
    }

    /** Writes to both weeks, or to none where one of them does not meet the condition any more. */
    boolean write(WeekUpdate update, String homeId, String otherId) {
        Done<Boolean> done = transactions.run(session -> {
            List<Written> written = new ArrayList<>();
            for (String weekId : ordered(homeId, otherId)) {
                boolean home = weekId.equals(homeId);
                Written one = weeks.write(session, update.in(weekId, home), update.pipeline(home), update.variables());
                if (one == null) {
                    session.abortTransaction();
                    return new Done<>(false, new Announced());
                }
                written.add(one);
            }
            Announced announced =
                    Announced.of(home(written, homeId), update.messages().size());
            return new Done<>(true, announced);
        });
        announce(done.announced());
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
            return new Done<>(home != null, Announced.of(home, update.messages().size()));
        });
        announce(done.announced());
        return done.result();
    }

    private void announce(Announced announced) {
        announced
                .weeks()
                .values()
                .forEach(week -> weeks.committed(
                        week, Objects.requireNonNull(announced.messages().get(week.id()))));
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
