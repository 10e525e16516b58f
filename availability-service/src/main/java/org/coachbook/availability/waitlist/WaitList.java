package org.coachbook.availability.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.schedules.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for one start, or for any time of a day, in the order in which they came. At most one of them has an
 * offer. Each change is one conditional write, together with the message that tells of it.
 *
 * @param start waited for; null when any of the {@code date} will do
 * @param date in the coach's zone; null when one start is waited for
 * @param endsAt when there is nothing to wait for any more
 * @param nextAt when it is to be looked after; in the far future when nobody waits
 * @param version rises with each change, and with each event that may have freed a time
 * @param sequence of the last message sent about it
 */
public record WaitList(
        @BsonId String id,
        String coachId,
        String sessionTypeId,
        int minutes,
        @Nullable Instant start,
        @Nullable LocalDate date,
        Instant endsAt,
        List<Waiting> waiting,
        @Nullable Offer offer,
        Instant nextAt,
        long version,
        long sequence) {
    /** One who waits. */
    public record Waiting(String id, String clientId, Instant joinedAt) {}

    /** A time that is held for one of them. */
    public record Offer(
            String waitingId, String clientId, String holdId, Instant start, Instant end, Instant expiresAt) {}

    /** A list on which nobody waits yet; it was never stored. */
    static WaitList of(
            String coachId,
            String sessionTypeId,
            int minutes,
            @Nullable Instant start,
            @Nullable LocalDate date,
            Instant endsAt) {
        String id = String.join(
                ":", coachId, sessionTypeId, Integer.toString(minutes), String.valueOf(start == null ? date : start));
        return new WaitList(
                id, coachId, sessionTypeId, minutes, start, date, endsAt, List.of(), null, Entry.NEVER, 0, 0);
    }

    /** Where a time that is waited for may start. */
    Range starts(Schedule schedule) {
        var days = schedule.localWeeks();
        return start == null && date != null
                ? new Range(days.startOf(date), days.startOf(date.plusDays(1)))
                : Range.ofMinutes(start == null ? endsAt : start, 1);
    }

    @Nullable
    Waiting of(String clientId) {
        return waiting.stream()
                .filter(w -> w.clientId().equals(clientId))
                .findFirst()
                .orElse(null);
    }

    /** From 1. */
    int position(Waiting who) {
        return waiting.indexOf(who) + 1;
    }

    /** With one more at the end, who is looked after at once. */
    WaitList joined(Waiting who) {
        List<Waiting> more = new ArrayList<>(waiting);
        more.add(who);
        return next(more, offer, offer == null ? who.joinedAt() : nextAt, sequence);
    }

    /** Without this one, whose offer is no more. */
    WaitList without(String waitingId, Instant now) {
        boolean offered = offer != null && offer.waitingId().equals(waitingId);
        return next(others(waitingId), offered ? null : offer, offered ? now : nextAt, sequence);
    }

    /** With an offer that is told. */
    WaitList offered(Offer made, Instant recheck) {
        return next(waiting, made, earlier(made.expiresAt(), recheck), sequence + 1);
    }

    /** Without the one whose offer has lapsed, which is told. */
    WaitList lapsed(Offer last, Instant now) {
        return next(others(last.waitingId()), null, now, sequence + 1);
    }

    /** Without anybody: the time has come. */
    WaitList closed() {
        return next(List.of(), null, Entry.NEVER, sequence);
    }

    /** The same, to be looked after later. */
    WaitList later(Instant recheck) {
        return next(waiting, offer, offer == null ? recheck : earlier(offer.expiresAt(), recheck), sequence);
    }

    private List<Waiting> others(String waitingId) {
        return waiting.stream().filter(w -> !w.id().equals(waitingId)).toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private WaitList next(List<Waiting> now, @Nullable Offer made, Instant at, long told) {
        Instant due = now.isEmpty() ? Entry.NEVER : at;
        return new WaitList(
                id,
                coachId,
                sessionTypeId,
                minutes,
                start,
                date,
                endsAt,
                List.copyOf(now),
                made,
                due,
                version + 1,
                told);
    }
}
