package org.coachbook.availability.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.contracts.availability.RefusalReason;

/**
 * Takes times in calendars. The happy path is one conditional write; after a write that did not match, one read says
 * why. Nobody gets a time that somebody else has, whatever the clocks of the replicas show.
 */
@ApplicationScoped
public class Guard {
    private static final int ROUNDS = 12;

    private final WeekRepository weeks;
    private final WeekBuilder builder;
    private final WideWrites wide;
    private final Schedules schedules;

    Guard(WeekRepository weeks, WeekBuilder builder, WideWrites wide, Schedules schedules) {
        this.weeks = weeks;
        this.builder = builder;
        this.wide = wide;
        this.schedules = schedules;
    }

    /**
     * Takes a time, or says why not.
     *
     * @param plan decides by the schedule as it stands; called again when the schedule changes meanwhile
     * @throws ProblemException 503 when the schedule or its weeks keep changing
     */
    public Outcome reserve(Schedule schedule, Function<Schedule, Planned> plan) {
        Schedule current = schedule;
        boolean explained = true;
        for (int round = 0; round < ROUNDS; round++) {
            Planned planned = plan.apply(current);
            if (!(planned instanceof Attempt attempt)) {
                return (Refused) planned;
            }
            switch (attempt(attempt)) {
                case Diagnosis.Known(Outcome outcome) -> {
                    return outcome;
                }
                case Diagnosis.Unbuilt _ -> buildWeeks(attempt);
                case Diagnosis.Outdated _ -> explained = true;
                case Diagnosis.Fits _ -> {
                    if (!explained) {
                        return Refused.because(RefusalReason.JUST_CHANGED);
                    }
                    explained = false;
                }
            }
            current = reread(current);
        }
        throw Problem.tryAgain().asException();
    }

    /**
     * Takes all times or none: either each outcome is {@link Taken}, or nothing was changed and the {@link Refused} ones
     * say why.
     *
     * @param plan as in {@link #reserve}
     * @throws ProblemException 503 when the schedule or its weeks keep changing
     */
    public List<Outcome> reserveAll(Schedule schedule, Function<Schedule, List<Planned>> plan) {
        Schedule current = schedule;
        for (int round = 0; round < ROUNDS; round++) {
            List<Planned> planned = plan.apply(current);
            List<Outcome> outcomes = new ArrayList<>();
            for (Diagnosis diagnosis : wide.reserveAll(planned)) {
                if (diagnosis instanceof Diagnosis.Known(Outcome outcome)) {
                    outcomes.add(outcome);
                }
            }
            if (outcomes.size() == planned.size()) {
                return outcomes;
            }
            planned.forEach(this::buildWeeks);
            current = reread(current);
        }
        throw Problem.tryAgain().asException();
    }

    private void buildWeeks(Planned planned) {
        if (planned instanceof Attempt attempt) {
            attempt.weeks().forEach(week -> builder.build(attempt.schedule(), week));
        }
    }

    private Schedule reread(Schedule known) {
        return schedules.of(known.coachId()).orElse(known);
    }

    private Diagnosis attempt(Attempt attempt) {
        List<String> ids = attempt.weekIds();
        if (ids.size() > 1) {
            return wide.reserve(attempt);
        }
        WeekRepository.Written written = weeks.write(
                ReserveFilter.of(attempt),
                ReserveUpdate.of(attempt),
                ReserveUpdate.variables(attempt),
                attempt.messages().size());
        return written == null
                ? Diagnosis.of(attempt, weeks.findAll(ids))
                : new Diagnosis.Known(new Taken(attempt.entry()));
    }

    /** The time of an entry that lapsed, under its old id: it is had again when nobody took it meanwhile. */
    boolean retake(Attempt attempt) {
        return attempt.weekIds().size() > 1
                ? wide.retake(attempt)
                : weeks.write(
                                ReserveFilter.timeOnly(attempt),
                                ReserveUpdate.of(attempt),
                                ReserveUpdate.variables(attempt),
                                attempt.messages().size())
                        != null;
    }
}
