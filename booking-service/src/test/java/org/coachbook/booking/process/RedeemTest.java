package org.coachbook.booking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.booking.process.Answers.AUTHORIZED;
import static org.coachbook.booking.process.Answers.CANCELLED;
import static org.coachbook.booking.process.Answers.CAPTURED;
import static org.coachbook.booking.process.Answers.NOT_REDEEMED;
import static org.coachbook.booking.process.Answers.PREPARED;
import static org.coachbook.booking.process.Answers.REDEEMED;
import static org.coachbook.booking.process.Answers.RETURNED;
import static org.coachbook.booking.process.Answers.SLOT_CONFIRMED;
import static org.coachbook.booking.process.Answers.SLOT_RELEASED;
import static org.coachbook.contracts.availability.BookingMode.FIRM;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.coachbook.booking.cancellation.CancellationPolicy;
import org.coachbook.booking.cancellation.CancellationPreview;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.contracts.pricing.ReturnDiscounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedeemTest {
    @Test
    void the_discount_is_redeemed_between_the_time_and_the_payment() {
        Scenario s = Scenario.placedWithCode(6000).reserved(FIRM);
        assertThat(s.step()).isEqualTo(Step.REDEEM);
        s.then(REDEEMED);
        assertThat(s.sentNames()).startsWith("ReserveSlot", "RedeemDiscounts", "AuthorizePayment");
        assertThat(s.step()).isEqualTo(Step.PREPARE_PAYMENT);
    }

    @Test
    void a_code_that_somebody_else_used_up_rejects_the_booking_and_frees_the_time() {
        Scenario s = Scenario.placedWithCode(6000).reserved(FIRM).then(NOT_REDEEMED);
        assertThat(s.status()).isEqualTo(BookingStatus.REJECTED);
        assertThat(Objects.requireNonNull(s.booking.progress().rejection()).reason())
                .isEqualTo(RejectionReason.CODE_USED);
        assertThat(s.sentNames()).contains("ReleaseSlot", "ReturnDiscounts").doesNotContain("AuthorizePayment");
        assertThat(s.then(RETURNED).then(SLOT_RELEASED).booking.progress().owed())
                .isEmpty();
        assertThat(s.events()).isEmpty();
    }

    @Test
    void a_time_that_is_made_free_by_a_code_is_confirmed_only_once_the_code_is_redeemed() {
        Scenario s = Scenario.placedWithCode(0);
        assertThat(s.sent).first().isInstanceOfSatisfying(ReserveSlot.class, reserve -> assertThat(reserve.confirm())
                .isFalse());
        s.reserved(FIRM).then(REDEEMED);
        assertThat(s.step()).isEqualTo(Step.CONFIRM_SLOT);
        s.then(SLOT_CONFIRMED);
        assertThat(s.status()).isEqualTo(BookingStatus.FIRM_BOOKED);
    }

    @Test
    void without_an_answer_everything_is_given_back_and_the_late_answer_changes_nothing() {
        Scenario s = Scenario.placedWithCode(6000).reserved(FIRM).timeOut();
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sentNames()).contains("ReleaseSlot", "ReturnDiscounts");
        s.then(REDEEMED).then(SLOT_RELEASED);
        assertThat(s.booking.progress().owed()).containsExactly(Undo.RETURN_DISCOUNTS);
        s.then(RETURNED);
        assertThat(s.booking.progress().owed()).isEmpty();
    }

    @Test
    void a_booking_that_is_not_paid_gives_its_code_back() {
        Scenario s = Scenario.placedWithCode(6000).reserved(FIRM).then(REDEEMED).then(PREPARED);
        s.timeOut().then(CANCELLED);
        assertThat(s.status()).isEqualTo(BookingStatus.EXPIRED);
        assertThat(s.sentNames()).contains("ReturnDiscounts");
    }

    @Test
    void a_booked_session_gives_its_code_back_with_the_whole_price_only() {
        Scenario early = booked();
        early.then(new Action.Cancel("client", 6000, null, null));
        assertThat(early.sentNames()).contains("RefundPayment", "ReturnDiscounts");

        Scenario late = booked().at(Scenario.START.minus(Duration.ofHours(30)));
        late.then(new Action.Cancel("client", 3000, null, null));
        assertThat(late.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(late.sentNames()).contains("RefundPayment").doesNotContain("ReturnDiscounts");
    }

    @Test
    void it_is_told_whether_the_client_gave_the_discount_back_by_his_own_act() {
        assertThat(byClient(booked().then(new Action.Cancel("client", 6000, null, null))))
                .isTrue();
        assertThat(byClient(booked().then(new Action.Cancel("coach", 6000, null, null))))
                .isFalse();
        Scenario unpaid =
                Scenario.placedWithCode(6000).reserved(FIRM).then(REDEEMED).then(PREPARED);
        unpaid.timeOut().then(CANCELLED);
        assertThat(byClient(unpaid)).isFalse();
    }

    private static @Nullable Boolean byClient(Scenario s) {
        return s.sent.stream()
                .filter(ReturnDiscounts.class::isInstance)
                .map(ReturnDiscounts.class::cast)
                .findFirst()
                .orElseThrow()
                .byClient();
    }

    @Test
    void a_stuck_redemption_can_be_sent_once_more() {
        Scenario s = Scenario.placedWithCode(6000).reserved(FIRM).then(new Input.Resend());
        assertThat(s.sentNames()).containsExactly("ReserveSlot", "RedeemDiscounts", "RedeemDiscounts");
    }

    private static Scenario booked() {
        return Scenario.placedWithCode(6000)
                .reserved(FIRM)
                .then(REDEEMED)
                .then(PREPARED)
                .then(AUTHORIZED)
                .then(SLOT_CONFIRMED)
                .then(CAPTURED);
    }

    @Test
    void a_credit_comes_back_whole_or_not_at_all_and_no_share_of_it_is_shown() {
        Scenario s = Scenario.placedRedeeming(DiscountKind.PACKAGE)
                .reserved(FIRM)
                .then(REDEEMED)
                .then(SLOT_CONFIRMED);
        Instant lastMoment = Scenario.START.minus(Duration.ofHours(48));
        CancellationPreview before = CancellationPolicy.preview(s.booking, Party.CLIENT, lastMoment.minusMillis(1));
        assertThat(before.refundPercent()).isEqualTo(100);
        assertThat(before.nextChangeAt()).isEqualTo(lastMoment);
        CancellationPreview after = CancellationPolicy.preview(s.booking, Party.CLIENT, lastMoment);
        assertThat(after.refundPercent()).isZero();
        assertThat(after.nextChangeAt()).isNull();
        assertThat(after.discountReturned()).isFalse();
        assertThat(CancellationPolicy.preview(s.booking, Party.COACH, lastMoment)
                        .refundPercent())
                .isEqualTo(100);
    }

    @Test
    void what_becomes_of_the_discount_is_shown_before_and_holds() {
        Instant lastMoment = Scenario.START.minus(Duration.ofHours(48));
        Scenario s = Scenario.placedWithCode(0).reserved(FIRM).then(REDEEMED).then(SLOT_CONFIRMED);
        assertThat(CancellationPolicy.preview(s.booking, Party.CLIENT, lastMoment.minusMillis(1))
                        .discountReturned())
                .isTrue();
        assertThat(CancellationPolicy.preview(s.booking, Party.COACH, lastMoment)
                        .discountReturned())
                .isTrue();
        s.at(lastMoment).then(new Action.Cancel("client", 0, true, null));
        assertThat(s.last).isInstanceOfSatisfying(Decision.Refuse.class, refused -> assertThat(refused.refusal())
                .isInstanceOfSatisfying(Refusal.RefundChanged.class, changed -> assertThat(
                                changed.preview().discountReturned())
                        .isFalse()));
        s.then(new Action.Cancel("client", 0, false, null));
        assertThat(s.booking.status()).isEqualTo(BookingStatus.CANCELLED_BY_CLIENT);
        assertThat(CancellationPolicy.preview(Scenario.placed(6000).booking, Party.CLIENT, Scenario.NOW)
                        .discountReturned())
                .isNull();
    }
}
