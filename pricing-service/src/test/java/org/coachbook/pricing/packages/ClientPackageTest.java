package org.coachbook.pricing.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.Vat;
import org.coachbook.pricing.redemption.NotUsable;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientPackageTest {
    private static final Instant PAID = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant END = PAID.plus(Duration.ofDays(30));
    private static final PackageTerms TERMS =
            new PackageTerms("Three", 3, 60, List.of("t1", "t2"), 45_000, "CHF", 30, true);
    private static final Price PRICE =
            new Price("CHF", 45_000, List.of(), 45_000, 41_628, new Vat("8.1", 3_372, true), 45_000);

    @Test
    void it_pays_from_the_payment_until_its_last_moment() {
        assertThat(bought(null, 0).status(PAID)).isEqualTo(PackageStatus.AWAITING_PAYMENT);
        assertThat(bought(null, 0).refusal("t1", 60, PAID)).isEqualTo(NotUsable.NOT_PAID);
        assertThat(bought(PAID, 0).refusal("t1", 60, PAID)).isNull();
        assertThat(bought(PAID, 0).refusal("t1", 60, END.minusMillis(1))).isNull();
        assertThat(bought(PAID, 0).refusal("t1", 60, END)).isEqualTo(NotUsable.NOT_VALID_NOW);
        assertThat(bought(PAID, 0).status(END)).isEqualTo(PackageStatus.EXPIRED);
    }

    @Test
    void it_pays_for_its_session_types_up_to_its_length() {
        ClientPackage bought = bought(PAID, 0);
        assertThat(bought.refusal("t2", 45, PAID)).isNull();
        assertThat(bought.refusal("t2", 61, PAID)).isEqualTo(NotUsable.OTHER_SESSION_TYPES);
        assertThat(bought.refusal("t3", 60, PAID)).isEqualTo(NotUsable.OTHER_SESSION_TYPES);
    }

    @Test
    void each_booking_uses_a_credit() {
        assertThat(bought(PAID, 2).left()).isEqualTo(1);
        assertThat(bought(PAID, 2).exhausted("bob", PAID)).isNull();
        assertThat(bought(PAID, 3).exhausted("bob", PAID)).isEqualTo(DiscountRefusal.USED_UP);
        assertThat(bought(PAID, 3).status(PAID)).isEqualTo(PackageStatus.USED_UP);
    }

    @Test
    void it_is_its_clients_alone_and_only_once_it_is_paid() {
        assertThat(bought(PAID, 0).exhausted("cleo", PAID)).isEqualTo(DiscountRefusal.UNKNOWN);
        assertThat(bought(null, 0).exhausted("bob", PAID)).isEqualTo(DiscountRefusal.UNKNOWN);
    }

    @Test
    void a_credit_that_comes_back_in_time_to_be_used_ends_with_the_package() {
        assertThat(bought(PAID, 1).prolonged(back("b0", PAID), false)).isEmpty();
        assertThat(bought(PAID, 1).prolonged(back("never-used", END), false)).isEmpty();
    }

    @Test
    void one_that_comes_back_late_is_good_for_thirty_days_more_and_no_other_is() {
        Instant back = END.plus(Duration.ofDays(5));
        ClientPackage late = with(back, 1);
        assertThat(late.status(back)).isEqualTo(PackageStatus.ACTIVE);
        assertThat(late.left()).isEqualTo(3);
        assertThat(late.usable(back)).isEqualTo(1);
        assertThat(late.expiresAt(back)).isEqualTo(back.plus(Duration.ofDays(30)));
        assertThat(late.refusal("t1", 60, back)).isNull();
        assertThat(late.exhausted("bob", back.plus(Duration.ofDays(2)))).isNull();
        Instant over = back.plus(Duration.ofDays(30));
        assertThat(late.refusal("t1", 60, over)).isEqualTo(NotUsable.NOT_VALID_NOW);
        assertThat(late.exhausted("bob", over.plus(Duration.ofDays(1)))).isEqualTo(DiscountRefusal.USED_UP);
        assertThat(bought(PAID, 0).exhausted("bob", END.plus(Duration.ofDays(1))))
                .isEqualTo(DiscountRefusal.USED_UP);
    }

    @Test
    void by_his_own_act_a_client_gets_thirty_days_once_and_whoever_else_ends_the_session_gives_him_new_ones() {
        Duration grace = Duration.ofDays(30);
        Instant first = END.minus(grace);
        assertThat(bought(PAID, 1).prolonged(back("b0", first), true)).isEmpty();
        Instant until = first.plusMillis(1).plus(grace);
        assertThat(bought(PAID, 1).prolonged(back("b0", first.plusMillis(1)), true))
                .contains(new LateReturn("b0", until));
        for (Instant again : List.of(first.plusMillis(2), until.minusMillis(1), until, until.plus(grace))) {
            assertThat(booked(until).prolonged(back("b0", again), true)).contains(new LateReturn("b0", until));
            assertThat(booked(until).prolonged(back("b0", again), false))
                    .contains(new LateReturn("b0", again.plus(grace)));
        }
    }

    @Test
    void a_use_right_after_a_late_credit_ended_is_one_of_that_credit() {
        Instant back = END.plus(Duration.ofDays(1));
        Instant over = back.plus(Duration.ofDays(30));
        assertThat(with(back, 1).taken(over)).map(LateReturn::until).contains(over);
        assertThat(with(back, 1).taken(over.plus(Duration.ofDays(1)).minusMillis(1)))
                .isPresent();
        assertThat(with(back, 1).taken(over.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void a_use_takes_the_late_credit_only_when_no_other_is_left() {
        Instant back = END.minus(Duration.ofDays(1));
        assertThat(with(back, 1).taken(back)).isEmpty();
        assertThat(with(back, 1).taken(END)).isPresent();
        assertThat(with(back, 3).taken(back)).isPresent();
    }

    @Test
    void what_was_paid_back_in_full_pays_for_nothing_more() {
        ClientPackage refunded = new ClientPackage(
                "p", purchase(), null, PAID, null, List.of(), List.of(), List.of(), List.of(), PAID, 1);
        assertThat(refunded.status(PAID)).isEqualTo(PackageStatus.REFUNDED);
        assertThat(refunded.refusal("t1", 60, PAID)).isEqualTo(NotUsable.REFUNDED);
        assertThat(refunded.exhausted("bob", PAID)).isEqualTo(DiscountRefusal.UNKNOWN);
        assertThat(bought(PAID, 0).fullyRefundedWith(new PackageRefund("e", 44_999)))
                .isFalse();
        assertThat(bought(PAID, 0).fullyRefundedWith(new PackageRefund("e", 45_000)))
                .isTrue();
    }

    private static ClientPackage with(Instant back, int credits) {
        List<LateReturn> late = IntStream.range(0, credits)
                .mapToObj(i -> LateReturn.of(back("b" + i, back), null))
                .toList();
        return new ClientPackage("p", purchase(), null, PAID, null, List.of(), List.of(), late, List.of(), null, 1);
    }

    /** With a booking by a credit that had come back late. */
    private static ClientPackage booked(Instant until) {
        List<Use> uses = List.of(new Use("b0", "bob", END, until));
        return new ClientPackage("p", purchase(), null, PAID, null, uses, List.of(), List.of(), List.of(), null, 1);
    }

    private static Use back(String id, Instant at) {
        return new Use(id, "", at);
    }

    private static ClientPackage bought(@Nullable Instant paidAt, int used) {
        List<Use> uses = IntStream.range(0, used)
                .mapToObj(i -> new Use("b" + i, "bob", PAID))
                .toList();
        return new ClientPackage("p", purchase(), null, paidAt, null, uses, List.of(), List.of(), List.of(), null, 1);
    }

    private static Purchase purchase() {
        return new Purchase("k", "o", "ada", "bob", TERMS, PRICE, 1, 6_750, PAID, PAID.plusSeconds(900));
    }
}
