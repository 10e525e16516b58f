package org.coachbook.payment.ledger;

import com.stripe.model.ApplicationFee;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.FeeRefund;
import com.stripe.model.Refund;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.stripe.ChargeRecord;

/** Writes Stripe's objects of one charge as ledger transactions: every figure is Stripe's, none is computed. */
final class Movements {
    private final Payment payment;
    private final String coachId;

    private Movements(Payment payment) {
        this.payment = payment;
        this.coachId = Objects.requireNonNull(payment.terms()).coachId();
    }

    static List<LedgerTransaction> of(Payment payment, ChargeRecord found) {
        Movements movements = new Movements(payment);
        Charge charge = found.charge();
        Stream<LedgerTransaction> taken = Stream.concat(
                movements.capture(charge, found.settled()),
                Stream.concat(
                        Stream.ofNullable(charge.getTransferObject()).map(movements::transfer),
                        Stream.ofNullable(charge.getApplicationFeeObject()).map(movements::fee)));
        Stream<LedgerTransaction> back = Stream.concat(
                found.refunds().stream().flatMap(movements::refund),
                found.feeRefunds().stream().map(movements::feeRefund));
        return Stream.concat(taken, back).toList();
    }

    private Stream<LedgerTransaction> capture(Charge charge, BalanceTransaction settled) {
        return Stream.of(settled(charge.getId(), LedgerKind.CAPTURE, settled));
    }

    private LedgerTransaction transfer(Transfer transfer) {
        return moved(
                transfer.getId(),
                LedgerKind.TRANSFER,
                transfer.getCurrency(),
                transfer.getCreated(),
                LedgerAccount.COACH,
                LedgerAccount.PLATFORM,
                transfer.getAmount());
    }

    private LedgerTransaction fee(ApplicationFee fee) {
        return moved(
                fee.getId(),
                LedgerKind.APPLICATION_FEE,
                fee.getCurrency(),
                fee.getCreated(),
                LedgerAccount.PLATFORM,
                LedgerAccount.COACH,
                fee.getAmount());
    }

    private LedgerTransaction feeRefund(FeeRefund refund) {
        return moved(
                refund.getId(),
                LedgerKind.APPLICATION_FEE_REFUND,
                refund.getCurrency(),
                refund.getCreated(),
                LedgerAccount.COACH,
                LedgerAccount.PLATFORM,
                refund.getAmount());
    }

    private Stream<LedgerTransaction> refund(Refund refund) {
        Stream<LedgerTransaction> paidBack = Stream.ofNullable(refund.getBalanceTransactionObject())
                .map(settled -> settled(refund.getId(), LedgerKind.REFUND, settled));
        Stream<LedgerTransaction> failed = Stream.ofNullable(refund.getFailureBalanceTransactionObject())
                .map(settled -> settled(settled.getId(), LedgerKind.REFUND_FAILURE, settled));
        Stream<LedgerTransaction> reversed =
                Stream.ofNullable(refund.getTransferReversalObject()).map(this::reversal);
        return Stream.of(paidBack, failed, reversed).flatMap(each -> each);
    }

    private LedgerTransaction reversal(TransferReversal reversal) {
        return moved(
                reversal.getId(),
                LedgerKind.TRANSFER_REVERSAL,
                reversal.getCurrency(),
                reversal.getCreated(),
                LedgerAccount.PLATFORM,
                LedgerAccount.COACH,
                reversal.getAmount());
    }

    /** Between the client and the platform, as Stripe settled it: gross = net + Stripe's fee. */
    private LedgerTransaction settled(String id, LedgerKind kind, BalanceTransaction settled) {
        List<LedgerLine> lines = Stream.of(
                        new LedgerLine(LedgerAccount.CLIENT, -settled.getAmount()),
                        new LedgerLine(LedgerAccount.PLATFORM, settled.getNet()),
                        new LedgerLine(LedgerAccount.STRIPE_FEES, settled.getFee()))
                .filter(line -> line.amount() != 0)
                .toList();
        return transaction(id, kind, settled.getCurrency(), settled.getCreated(), lines);
    }

    private LedgerTransaction moved(
            String id,
            LedgerKind kind,
            String currency,
            long created,
            LedgerAccount to,
            LedgerAccount from,
            long amount) {
        List<LedgerLine> lines = List.of(new LedgerLine(to, amount), new LedgerLine(from, -amount));
        return transaction(id, kind, currency, created, lines);
    }

    private LedgerTransaction transaction(
            String id, LedgerKind kind, String currency, long created, List<LedgerLine> lines) {
        return new LedgerTransaction(
                id,
                payment.id(),
                payment.bookingId(),
                coachId,
                kind,
                currency.toUpperCase(Locale.ROOT),
                Instant.ofEpochSecond(created),
                lines);
    }
}
