package org.coachbook.availability.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.availability.guard.GuardBench.MONDAY;
import static org.coachbook.availability.guard.GuardBench.NOW;
import static org.coachbook.availability.guard.GuardBench.atOnce;
import static org.coachbook.availability.guard.GuardBench.attempt;
import static org.coachbook.availability.guard.GuardBench.message;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.availability.Stack;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Entry.Kind;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.guard.StandingEntries.Change;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Stack
class OffersIT {
    private static final int MINUTES = 60;
    private static final List<Long> HOURS = List.of(12L, 15L, 180L);

    @Inject
    GuardBench bench;

    @Test
    void all_offered_times_are_kept_over_the_weeks_and_each_announced_once() {
        Schedule coach = bench.open();
        assertThat(offer(coach, "a", HOURS)).hasOnlyElementsOfType(Taken.class);
        CalendarWeek first = bench.week(coach, at(12));
        assertThat(first.busy()).hasSize(2).allMatch(e -> e.kind() == Kind.OFFERED);
        assertThat(first.sequence()).as("two messages after the first").isEqualTo(3);
        assertThat(bench.week(coach, at(180)).sequence()).isEqualTo(2);
    }

    @Test
    void where_one_cannot_be_had_none_is_kept_and_those_that_cannot_be_had_are_named() {
        Schedule coach = bench.open();
        bench.reserve(attempt(coach, "busy", "p", at(180), MINUTES, 0));
        bench.reserve(attempt(coach, "asked", "a", at(9), MINUTES, 0));
        List<Outcome> outcomes = offer(coach, "a", HOURS);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(1);
        assertThat(outcomes.getLast()).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason())
                .isEqualTo(RefusalReason.OVERLAPS));
        assertThat(bench.week(coach, at(12)).busy()).extracting(Entry::id).containsExactly("asked");
        assertThat(bench.week(coach, at(12)).hasGone("asked"))
                .as("the requested time is kept, too")
                .isFalse();
    }

    @Test
    void offered_times_that_overlap_each_other_cannot_all_be_kept() {
        Schedule coach = bench.open();
        assertThat(offer(coach, "a", List.of(12L, 12L))).last().isInstanceOfSatisfying(Refused.class, r -> assertThat(
                        r.reason())
                .isEqualTo(RefusalReason.ALREADY_YOURS));
        assertThat(bench.week(coach, at(12)).busy()).isEmpty();
    }

    @Test
    void an_offer_counts_towards_the_caps_when_it_is_taken() {
        Schedule coach = bench.open();
        offer(coach, "a", HOURS);
        Caps one = new Caps(1, null, null, null);
        var range = Range.ofMinutes(at(20), MINUTES);
        assertThat(bench.reserve(GuardBench.attempt(coach, "b", "p", range, 0, one, NOW)))
                .isInstanceOf(Taken.class);
        bench.standing.release(coach, "b", at(20), _ -> List.of());
        assertThat(bench.standing
                        .confirm(coach, "a12", at(12), _ -> message(coach, "done"), message(coach, "lost"))
                        .change())
                .isEqualTo(Change.DONE);
        assertThat(bench.reserve(GuardBench.attempt(coach, "c", "p", range, 0, one, NOW)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(RefusalReason.DAILY_CAP));
    }

    @Test
    void of_offers_at_once_that_share_a_time_each_is_kept_as_a_whole_or_not_at_all() throws Exception {
        for (int round = 0; round < 5; round++) {
            Schedule coach = bench.open();
            var offers = atOnce(12, i -> offer(coach, "o" + i + "-", List.of(12L + i, 13L + i, 180L + i % 3)));
            List<Entry> kept = new ArrayList<>();
            for (List<Outcome> offer : offers) {
                List<Entry> taken = GuardIT.taken(offer);
                if (taken.size() == offer.size()) {
                    kept.addAll(taken);
                }
            }
            List<Entry> standing = new ArrayList<>(bench.week(coach, at(12)).busy());
            standing.addAll(bench.week(coach, at(180)).busy());
            assertThat(kept).as("somebody wins, round %d", round).isNotEmpty();
            assertThat(standing)
                    .extracting(Entry::id)
                    .containsExactlyInAnyOrderElementsOf(
                            kept.stream().map(Entry::id).toList());
            assertThat(standing).allSatisfy(one -> assertThat(standing)
                    .filteredOn(other -> other != one)
                    .noneMatch(other -> other.isInTheWayOf(Candidate.of(one))));
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "43200, 45000, within a week",
        "-1800, 1800, away from the border of weeks",
        "43200, 41400, earlier",
        "3600, -1800, to the border of weeks"
    })
    void a_time_that_overlaps_the_booked_one_is_kept_beside_it_and_from_everybody_else(long from, long to, String how) {
        Schedule coach = bench.open();
        Instant booked = MONDAY.plusSeconds(from);
        Instant next = MONDAY.plusSeconds(to);
        bench.reserve(attempt(coach, "a:1", "o", booked, MINUTES, 40));
        assertThat(bench.reserve(beside(coach, "a:2", "o", next, "a:1")))
                .as(how)
                .isInstanceOf(Taken.class);
        assertThat(bench.week(coach, booked).entry("a:1"))
                .as("it stays: %s", how)
                .isNotNull();
        for (Instant other : List.of(booked, next)) {
            assertThat(reason(bench.reserve(attempt(coach, "b" + other, "p", other, MINUTES, 0))))
                    .as(how)
                    .isEqualTo(RefusalReason.OVERLAPS);
        }
        assertThat(confirm(coach, "a:2", next)).as(how).isEqualTo(Change.DONE);
        bench.standing.release(coach, "a:1", booked, _ -> List.of());
        Instant before = from < to ? booked.minusSeconds(900) : booked.plusSeconds(2700);
        assertThat(bench.reserve(attempt(coach, "c", "p", before, 15, 0)))
                .as("what the booked one alone took is free: %s", how)
                .isInstanceOf(Taken.class);
    }

    @Test
    void beside_the_booked_time_nobody_elses_is_taken_nor_the_same_time_once_more_nor_with_anothers_booking() {
        Schedule coach = bench.open();
        bench.reserve(attempt(coach, "a:1", "o", at(12), MINUTES, 0));
        bench.reserve(attempt(coach, "b", "p", at(13), MINUTES, 0));
        Instant half = at(12).plusSeconds(1800);
        assertThat(reason(bench.reserve(beside(coach, "a:2", "o", half, "a:1"))))
                .isEqualTo(RefusalReason.OVERLAPS);
        assertThat(reason(bench.reserve(beside(coach, "a:3", "o", at(12), "a:1"))))
                .isEqualTo(RefusalReason.ALREADY_YOURS);
        assertThat(reason(bench.reserve(beside(coach, "c", "q", at(12).minusSeconds(1800), "a:1"))))
                .isEqualTo(RefusalReason.OVERLAPS);
    }

    @ParameterizedTest
    @CsvSource({"43200, 45000", "900, -1800"})
    void an_overlapping_time_that_lapsed_is_had_again_beside_the_booked_one(long from, long to) {
        Schedule coach = bench.open();
        Instant booked = MONDAY.plusSeconds(from);
        Instant next = MONDAY.plusSeconds(to);
        Instant rest = from < to ? next.plusSeconds(1800) : next;
        bench.reserve(attempt(coach, "a:1", "o", booked, MINUTES, 0));
        assertThat(confirm(coach, "a:1", booked)).isEqualTo(Change.DONE);
        bench.reserve(beside(coach, "a:2", "o", next, "a:1"));
        Range later = Range.ofMinutes(rest, 30);
        Instant late = NOW.plus(Duration.ofHours(1));
        bench.reserve(GuardBench.attempt(coach, "b", "p", later, 0, Caps.NONE, late));
        bench.standing.release(coach, "b", rest, _ -> List.of());
        assertThat(bench.week(coach, next).entry("a:2")).as("it lapsed").isNull();
        assertThat(confirm(coach, "a:2", next)).isEqualTo(Change.DONE);
        assertThat(bench.week(coach, booked).busy()).extracting(Entry::id).contains("a:1", "a:2");
    }

    private static Attempt beside(Schedule coach, String id, String owner, Instant start, String booked) {
        Attempt a = GuardBench.beside(attempt(coach, id, owner, start, MINUTES, 0), booked);
        return Attempt.of(coach, a.caps(), a.entry().offered(), a.ownHolds(), a.messages(), a.now());
    }

    private Change confirm(Schedule coach, String id, Instant start) {
        return bench.standing
                .confirm(coach, id, start, _ -> message(coach, "done"), message(coach, "lost"))
                .change();
    }

    private static RefusalReason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }

    /** Offers an hour at each of these hours of the week; the first one in exchange for what was asked for, if anything. */
    private List<Outcome> offer(Schedule coach, String owner, List<Long> hours) {
        CalendarWeek week = bench.weeks.find(
                Attempt.weekId(coach.coachId(), coach.weeks().of(at(9)).name()));
        boolean asked = week != null && week.entry("asked") != null;
        return bench.guard.reserveAll(coach, current -> {
            List<Planned> attempts = new ArrayList<>();
            for (long hour : hours) {
                Attempt one =
                        offered(current, owner + hour + (attempts.isEmpty() ? "" : "-" + attempts.size()), owner, hour);
                attempts.add(
                        asked && attempts.isEmpty()
                                ? one.inExchangeFor(GuardBench.standing("asked", at(9), MINUTES, 0))
                                : one);
            }
            return attempts;
        });
    }

    private static Attempt offered(Schedule coach, String id, String owner, long hour) {
        Attempt a = attempt(coach, id, owner, at(hour), MINUTES, 0);
        return Attempt.of(coach, a.caps(), a.entry().offered(), a.ownHolds(), a.messages(), a.now());
    }

    private static Instant at(long hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }
}
