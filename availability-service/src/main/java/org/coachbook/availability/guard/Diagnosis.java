package org.coachbook.availability.guard;

import java.util.List;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Attempt.GivenUp;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.contracts.availability.RefusalReason;
import org.jspecify.annotations.Nullable;

/** What the weeks that an attempt needs say about it. Pure; reads documents only. */
sealed interface Diagnosis {
    /** Nothing is in its way. */
    record Fits() implements Diagnosis {}

    /** A week is missing, or was built from older rules. */
    record Unbuilt() implements Diagnosis {}

    /** A week was built from newer rules than the attempt was checked by. */
    record Outdated() implements Diagnosis {}

    /** The answer is known. */
    record Known(Outcome outcome) implements Diagnosis {}

    static Diagnosis of(Attempt attempt, List<CalendarWeek> weeks) {
        CalendarWeek home = home(attempt, weeks);
        Outcome settled = home == null ? null : settled(attempt.entry().id(), home);
        if (settled != null) {
            return new Known(settled);
        }
        long version = attempt.schedule().version();
        if (weeks.stream().anyMatch(week -> week.scheduleVersion() > version)) {
            return new Outdated();
        }
        if (home == null
                || weeks.size() < attempt.weeks().size()
                || !weeks.stream().allMatch(week -> week.isBuiltFor(version))) {
            return new Unbuilt();
        }
        if (attempt.givenUp() != null
                && !stands(attempt.givenUp(), attempt.entry().owner(), weeks)) {
            return new Known(new Refused(RefusalReason.RELEASED, home.sequence()));
        }
        RefusalReason reason = refusal(attempt, weeks);
        return reason == null ? new Fits() : new Known(new Refused(reason, home.sequence()));
    }

    /** What became of an earlier attempt under the same id, if there was one. */
    private static @Nullable Outcome settled(String id, CalendarWeek home) {
        Entry standing = home.entry(id);
        if (standing != null) {
            return new Repeated(standing, home.sequence());
        }
        return home.hasGone(id) ? new Refused(RefusalReason.RELEASED, home.sequence()) : null;
    }

    private static boolean stands(GivenUp time, String owner, List<CalendarWeek> weeks) {
        return weeks.stream()
                .map(week -> week.entry(time.id()))
                .anyMatch(entry -> entry != null && entry.owner().equals(owner));
    }

    /** Whether the time alone is free, whatever the rules of today say. */
    static boolean timeIsFree(Attempt attempt, List<CalendarWeek> weeks) {
        String id = attempt.entry().id();
        CalendarWeek home = home(attempt, weeks);
        Entry standing = home == null ? null : home.entry(id);
        boolean settled = standing != null && standing.kind() == Entry.Kind.CONFIRMED;
        boolean gone = home != null && home.hasGone(id);
        Occupancy occupancy = occupancy(attempt, weeks);
        Candidate candidate = Candidate.of(attempt.entry());
        return !settled
                && !gone
                && occupancy.isJoinable(candidate)
                && occupancy.hasRoomFor(candidate, attempt::exempts);
    }

    private static @Nullable CalendarWeek home(Attempt attempt, List<CalendarWeek> weeks) {
        String homeId = attempt.homeId();
        return weeks.stream().filter(w -> w.id().equals(homeId)).findFirst().orElse(null);
    }

    private static @Nullable RefusalReason refusal(Attempt attempt, List<CalendarWeek> weeks) {
        Entry entry = attempt.entry();
        Range visible = entry.visible();
        List<Range> open =
                OpenTimes.of(attempt.schedule(), entry.sessionTypeId(), visible).open();
        var fitness = new Fitness(
                open,
                occupancy(attempt, weeks),
                attempt.caps(),
                attempt.schedule().localWeeks());
        RefusalReason reason = fitness.refusal(Candidate.of(entry), attempt::exempts, attempt::isUncounted);
        return reason == RefusalReason.OVERLAPS && blockedByOwn(attempt, weeks) ? RefusalReason.ALREADY_YOURS : reason;
    }

    private static boolean blockedByOwn(Attempt attempt, List<CalendarWeek> weeks) {
        List<Entry> others = occupancy(attempt, weeks).conflicts(Candidate.of(attempt.entry())).stream()
                .filter(e -> !attempt.exempts(e))
                .toList();
        return !others.isEmpty()
                && others.stream()
                        .allMatch(e -> e.owner().equals(attempt.entry().owner()));
    }

    private static Occupancy occupancy(Attempt attempt, List<CalendarWeek> weeks) {
        List<Entry> entries =
                weeks.stream().flatMap(week -> week.busy().stream()).toList();
        List<SessionDecision> decisions = weeks.stream()
                .flatMap(week -> Stream.ofNullable(week.decisions()))
                .flatMap(List::stream)
                .toList();
        return Occupancy.of(entries, decisions, attempt.now());
    }
}
