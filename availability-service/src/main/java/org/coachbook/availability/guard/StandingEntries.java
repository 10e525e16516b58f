package org.coachbook.availability.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/** Changes times that were taken before: confirms, extends and releases them, each by its id. */
@ApplicationScoped
public class StandingEntries {
    private static final int ROUNDS = 5;

    /**
     * What became of a change.
     *
     * @param sequence of the last message that the week had sent when nothing was written; 1 without a week
     * @param decidesAt when it is decided whether the session takes place; null where nothing is waited for
     */
    public record Changed(
            Change change, long sequence, @Nullable Instant decidesAt) {}

    /** Whether something was written. */
    public enum Change {
        DONE,
        /** It was so before; nothing was written. */
        REPEATED,
        /** The time is lost; a tombstone and a message say so. */
        LOST,
        /** It was given up before; nothing was written. */
        GONE,
        /** Its session was called off before; nothing was written. */
        CALLED_OFF
    }

    private final WeekRepository weeks;
    private final WeekBuilder builder;
    private final WideWrites wide;
    private final Guard guard;
    private final Clock clock;

    StandingEntries(WeekRepository weeks, WeekBuilder builder, WideWrites wide, Guard guard, Clock clock) {
        this.weeks = weeks;
        this.builder = builder;
        this.wide = wide;
        this.guard = guard;
        this.clock = clock;
    }

    /** Makes an entry permanent; one that lapsed is taken again where its time is still free. */
    public Changed confirm(Schedule schedule, String id, Instant start, ChangeUpdate.Answer done, OutboxMessage lost) {
        return change(schedule, ChangeUpdate.confirm(schedule.coachId(), id, done, clock.instant()), start, lost);
    }

    /** Gives an entry until then, never less time than it has; one that lapsed is taken again where its time is still free. */
    public Changed extend(
            Schedule schedule, String id, Instant start, Instant expiresAt, OutboxMessage done, OutboxMessage lost) {
        String coachId = schedule.coachId();
        return change(schedule, ChangeUpdate.extend(coachId, id, expiresAt, done, clock.instant()), start, lost);
    }

    private Changed change(Schedule schedule, ChangeUpdate update, Instant start, OutboxMessage lost) {
        String homeId = homeId(schedule, start);
        for (int round = 0; round < ROUNDS; round++) {
            if (written(update, homeId)) {
                return new Changed(Change.DONE, 0, null);
            }
            CalendarWeek week = built(schedule, homeId, start);
            Change change = exceptionally(schedule, week, update, lost);
            if (change != null) {
                return new Changed(change, week.sequence(), waitsUntil(week, update.id()));
            }
        }
        throw Problem.tryAgain().asException();
    }

    private boolean written(ChangeUpdate update, String homeId) {
        int messages = update.messages().size();
        return weeks.write(update.inOneWeek(homeId), update.pipeline(true), update.variables(), messages) != null;
    }

    private static @Nullable Instant waitsUntil(CalendarWeek week, String id) {
        Entry entry = week.entry(id);
        Seat seat = entry == null ? null : entry.seat();
        if (seat == null || seat.minimum() == null || week.decisionOn(seat.session()) != null) {
            return null;
        }
        return seat.minimum().decidesAt();
    }

    /** What to do when the entry does not stand alone in its week; null when that changed meanwhile. */
    private @Nullable Change exceptionally(
            Schedule schedule, CalendarWeek week, ChangeUpdate update, OutboxMessage lost) {
        Entry standing = week.entry(update.id());
        Entry lapsed = week.lapsed(update.id());
        if (standing != null && standing.kind() == Kind.CONFIRMED) {
            return Change.REPEATED;
        }
        if (standing != null && standing.alsoIn() != null) {
            return inBothWeeks(schedule, week, standing, update.in(week, standing), lost);
        }
        if (standing != null) {
            ChangeUpdate known = update.in(week, standing);
            return known.gathering() != null && written(known, week.id()) ? Change.DONE : null;
        }
        if (week.hasGone(update.id())) {
            return week.hasCalledOff(update.id()) ? Change.CALLED_OFF : Change.GONE;
        }
        return lapsed != null && retake(schedule, lapsed, update.in(week, lapsed))
                ? Change.DONE
                : giveUp(week, update, lost);
    }

    /** A write in one of the weeks may have removed the entry there as lapsed while it stands in the other. */
    private @Nullable Change inBothWeeks(
            Schedule schedule, CalendarWeek home, Entry standing, ChangeUpdate update, OutboxMessage lost) {
        boolean done = wide.write(update, home.id(), Objects.requireNonNull(standing.alsoIn()))
                || retake(schedule, standing, update);
        return done ? Change.DONE : giveUp(home, update, lost);
    }

    private boolean retake(Schedule schedule, Entry lapsed, ChangeUpdate update) {
        Instant until = lapsed.expiresAt().isAfter(update.expiresAt()) ? lapsed.expiresAt() : update.expiresAt();
        Entry again = lapsed.with(update.kind(), until);
        return guard.retake(Attempt.of(schedule, Caps.NONE, again, List.of(), List.of(update.answer()), update.now()));
    }

    /** Leaves a tombstone in each week that the entry reaches into; null when it was confirmed meanwhile. */
    private @Nullable Change giveUp(CalendarWeek home, ChangeUpdate update, OutboxMessage lost) {
        ReleaseUpdate release = new ReleaseUpdate(update.id(), List.of(lost), update.now());
        String other = otherWeek(home, update.id());
        boolean written = other == null
                ? weeks.write(release.in(home.id(), true), release.pipeline(true), release.variables(), 1) != null
                : wide.write(release, home.id(), other);
        return written ? Change.LOST : null;
    }

    private static @Nullable String otherWeek(CalendarWeek home, String id) {
        Entry standing = home.entry(id);
        Entry known = standing == null ? home.lapsed(id) : standing;
        return known == null ? null : known.alsoIn();
    }

    /**
     * Gives a time back, also one that was never taken: its id is not taken any more after this.
     *
     * @param messages what to announce, by the entry that stood there, if one did
     */
    public Changed release(
            Schedule schedule, String id, Instant start, Function<@Nullable Entry, List<OutboxMessage>> messages) {
        String homeId = homeId(schedule, start);
        for (int round = 0; round < ROUNDS; round++) {
            CalendarWeek week = built(schedule, homeId, start);
            if (week.hasGone(id)) {
                return new Changed(Change.REPEATED, week.sequence(), null);
            }
            Entry standing = week.entry(id);
            var release = new ReleaseUpdate(id, messages.apply(standing), clock.instant());
            if (written(release, week)) {
                return new Changed(Change.DONE, 0, null);
            }
        }
        throw Problem.tryAgain().asException();
    }

    /** What this week has dropped as lapsed may stand in the other one still. */
    private boolean written(ReleaseUpdate release, CalendarWeek home) {
        String other = otherWeek(home, release.id());
        if (other != null) {
            return wide.release(release, home.id(), other);
        }
        boolean stands = home.entry(release.id()) != null;
        var filter = stands ? release.inOneWeek(home.id()) : release.notStanding(home.id());
        int messages = release.messages().size();
        return weeks.write(filter, release.pipeline(true), release.variables(), messages) != null;
    }

    private static String homeId(Schedule schedule, Instant start) {
        return Attempt.weekId(schedule.coachId(), schedule.weeks().of(start).name());
    }

    private CalendarWeek built(Schedule schedule, String weekId, Instant start) {
        CalendarWeek week = weeks.find(weekId);
        if (week == null) {
            builder.build(schedule, schedule.weeks().of(start));
            week = weeks.find(weekId);
        }
        if (week == null) {
            throw Problem.tryAgain().asException();
        }
        return week;
    }
}
