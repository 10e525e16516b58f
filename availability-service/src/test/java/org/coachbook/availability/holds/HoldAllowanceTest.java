package org.coachbook.availability.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coachbook.contracts.availability.RefusalReason;
import org.junit.jupiter.api.Test;

class HoldAllowanceTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    @Test
    void three_live_holds_are_allowed_and_a_fourth_is_not() {
        HoldAllowance full = of(3);
        assertThat(full.with(hold("4", "coach", 40, NOW))).isNull();
        assertThat(full.without(List.of("1")).with(hold("4", "coach", 40, NOW))).isNotNull();
    }

    @Test
    void an_expired_hold_does_not_count_exactly_at_its_end() {
        HoldAllowance full = of(3);
        Instant end = NOW.plus(Duration.ofMinutes(10));
        assertThat(full.at(end.minusMillis(1)).live()).hasSize(3);
        assertThat(full.at(end).live()).isEmpty();
    }

    @Test
    void a_hold_lapses_at_its_end() {
        HoldAllowance full = of(3);
        Instant end = NOW.plus(Duration.ofMinutes(10));
        assertThat(full.lapsedBy(end.minusMillis(1))).isEmpty();
        assertThat(full.lapsedBy(end)).hasSize(3);
    }

    @Test
    void an_overlapping_hold_replaces_and_does_not_add() {
        HoldAllowance full = of(3);
        Hold overlapping = hold("4", "coach", 1, NOW);
        assertThat(full.replacedBy(overlapping)).extracting(Hold::id).containsExactly("1");
        assertThat(full.with(overlapping)).isNotNull();
        assertThat(full.replacedBy(hold("4", "another", 1, NOW))).isEmpty();
    }

    @Test
    void ten_an_hour_with_one_coach_are_allowed() {
        HoldAllowance allowance = HoldAllowance.of("me");
        for (int i = 0; i < 10; i++) {
            allowance = Objects.requireNonNull(allowance.with(hold("h" + i, "coach", i, NOW)));
            allowance = allowance.without(List.of("h" + i));
        }
        assertThat(allowance.with(hold("h", "coach", 1, NOW))).isNull();
        assertThat(allowance.with(hold("h", "another", 1, NOW))).isNotNull();
        assertThat(allowance.at(NOW.plus(Duration.ofHours(1))).with(hold("h", "coach", 1, NOW)))
                .isNotNull();
    }

    @Test
    void a_refused_hold_was_never_asked_for() {
        HoldAllowance asked = Objects.requireNonNull(HoldAllowance.of("me").with(hold("1", "coach", 1, NOW)));
        assertThat(asked.undone("1").live()).isEmpty();
        assertThat(asked.undone("1").placed()).isEmpty();
    }

    @Test
    void unpaid_bookings_count_as_held_times_and_requests_until_they_are_with_the_coach() {
        HoldAllowance two = of(2);
        assertThat(two.refusalOf(booking("b1", "coach", false))).isNull();
        HoldAllowance full = two.with(booking("b1", "coach", true));
        assertThat(full.refusalOf(booking("b2", "coach", false))).isEqualTo(RefusalReason.TOO_MANY_HOLDS);
        assertThat(full.with(hold("3", "coach", 40, NOW))).isNull();
        assertThat(full.extended("b1", List.of("b1:1"), LATER, true).refusalOf(booking("b2", "coach", false)))
                .isNull();
        assertThat(full.extended("b1", List.of("b1:1"), LATER, false).refusalOf(booking("b2", "coach", false)))
                .as("still to be paid before the coach sees it")
                .isEqualTo(RefusalReason.TOO_MANY_HOLDS);
        HoldAllowance firm = two.with(booking("b1", "coach", false)).extended("b1", List.of("b1:1"), LATER, true);
        assertThat(firm.refusalOf(booking("b2", "coach", false))).isEqualTo(RefusalReason.TOO_MANY_HOLDS);
    }

    @Test
    void a_hold_and_the_booking_that_it_became_count_once_and_go_together() {
        HoldAllowance full = of(3);
        OpenBooking booked = new OpenBooking("b1", List.of("b1:1"), "coach", "1", false, true, LATER);
        assertThat(full.refusalOf(booked)).isNull();
        HoldAllowance turned = full.with(booked);
        assertThat(turned.refusalOf(booking("b2", "coach", false))).isEqualTo(RefusalReason.TOO_MANY_HOLDS);
        assertThat(turned.refused("b1", "b1:1").live()).hasSize(3);
        assertThat(turned.settled("b1").live()).extracting(Hold::id).containsExactly("2", "3");
        assertThat(turned.settled("b1").bookings()).isEmpty();
    }

    @Test
    void a_hold_with_another_coach_counts_beside_the_booking_that_names_it_and_stays() {
        OpenBooking elsewhere = new OpenBooking("b1", List.of("b1:1"), "another", "1", false, true, LATER);
        assertThat(of(3).refusalOf(elsewhere)).isEqualTo(RefusalReason.TOO_MANY_HOLDS);
        assertThat(of(2).with(elsewhere).settled("b1").live()).hasSize(2);
    }

    @Test
    void the_same_time_is_held_no_longer_by_holding_it_again_and_another_one_anew() {
        HoldAllowance own = of(1);
        Instant now = NOW.plus(Duration.ofMinutes(9));
        Instant end = NOW.plus(Duration.ofMinutes(10));
        assertThat(own.placeable(hold("again", "coach", 1, now)).expiresAt()).isEqualTo(end);
        assertThat(own.placeable(hold("1", "coach", 1, now)).expiresAt()).isEqualTo(end);
        assertThat(own.placeable(hold("2", "coach", 2, now)).expiresAt()).isEqualTo(now.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_booking_has_no_less_time_by_an_extension_that_comes_late() {
        HoldAllowance own = HoldAllowance.of("me").with(booking("b1", "coach", false));
        assertThat(own.extended("b1", List.of("b1:1"), NOW, true)
                        .at(LATER.minusMillis(1))
                        .bookings())
                .hasSize(1);
    }

    @Test
    void a_booking_is_counted_once_and_until_its_reservation_ends() {
        HoldAllowance full = of(2).with(booking("b1", "coach", false)).with(booking("b1", "coach", false));
        assertThat(full.bookings()).hasSize(1);
        assertThat(full.refusalOf(booking("b1", "coach", false))).isNull();
        assertThat(full.at(LATER.minusMillis(1)).bookings()).hasSize(1);
        assertThat(full.at(LATER).bookings()).isEmpty();
    }

    @Test
    void three_requests_may_wait_for_one_coach_and_ten_for_all() {
        HoldAllowance waiting = HoldAllowance.of("me");
        for (int i = 0; i < 10; i++) {
            OpenBooking request = booking("b" + i, "coach" + i / 3, true);
            assertThat(waiting.refusalOf(request)).isNull();
            waiting = waiting.with(request).extended("b" + i, List.of("b" + i + ":1"), LATER, true);
            if (i == 2) {
                assertThat(waiting.refusalOf(booking("x", "coach0", true))).isEqualTo(RefusalReason.TOO_MANY_REQUESTS);
                assertThat(waiting.refusalOf(booking("x", "coach0", false))).isNull();
            }
        }
        assertThat(waiting.refusalOf(booking("x", "other", true))).isEqualTo(RefusalReason.TOO_MANY_REQUESTS);
        assertThat(waiting.settled("b0").refusalOf(booking("x", "other", true))).isNull();
    }

    @Test
    void a_booking_is_over_with_the_last_of_the_reservations_that_keep_it() {
        HoldAllowance own = HoldAllowance.of("me").with(booking("b1", "coach", true));
        assertThat(own.released("b1", "b1:2").bookings())
                .as("refused other times")
                .hasSize(1);
        assertThat(own.released("b1", "b1:1").bookings()).isEmpty();
        Instant deadline = LATER.plus(Duration.ofHours(20));
        HoldAllowance offered = own.extended("b1", List.of("b1:2", "b1:3"), deadline, true);
        assertThat(offered.at(deadline.minusMillis(1)).bookings()).hasSize(1);
        assertThat(offered.released("b1", "b1:1")).as("given up for them").isEqualTo(offered);
        assertThat(offered.refused("b1", "b1:1"))
                .as("asked for once more, late")
                .isEqualTo(offered);
        HoldAllowance left = offered.released("b1", "b1:3");
        assertThat(left.bookings()).hasSize(1);
        assertThat(left.released("b1", "b1:2").bookings()).isEmpty();
        HoldAllowance taken = offered.extended("b1", List.of("b1:3"), deadline, true);
        assertThat(taken.released("b1", "b1:2").bookings()).hasSize(1);
        assertThat(taken.released("b1", "b1:3").bookings()).isEmpty();
    }

    @Test
    void what_was_stored_without_reservations_is_over_with_any() {
        var stored = new OpenBooking("b1", List.of(), "coach", null, true, true, LATER);
        HoldAllowance old = HoldAllowance.of("me").with(stored);
        assertThat(old.released("b1", "b1:1").bookings()).isEmpty();
        assertThat(old.refused("b1", "b1:1").bookings()).isEmpty();
    }

    private static OpenBooking booking(String id, String coach, boolean request) {
        return new OpenBooking(id, List.of(id + ":1"), coach, null, request, true, LATER);
    }

    private static HoldAllowance of(int live) {
        HoldAllowance allowance = HoldAllowance.of("me");
        for (int i = 1; i <= live; i++) {
            allowance = Objects.requireNonNull(allowance.with(hold(String.valueOf(i), "coach", i, NOW)));
        }
        return allowance;
    }

    private static Hold hold(String id, String coach, int hour, Instant now) {
        Instant from = NOW.plus(Duration.ofHours(hour));
        Instant to = from.plus(Duration.ofHours(1));
        return new Hold(id, coach, "type", from, to, from, to, now, now.plus(Duration.ofMinutes(10)));
    }
}
