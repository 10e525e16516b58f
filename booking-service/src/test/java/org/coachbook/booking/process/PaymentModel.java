package org.coachbook.booking.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.CapturePayment;
import org.coachbook.contracts.payment.RefundPayment;
import org.coachbook.contracts.payment.reply.PaymentAuthorized;
import org.coachbook.contracts.payment.reply.PaymentCancelled;
import org.coachbook.contracts.payment.reply.PaymentCaptured;
import org.coachbook.contracts.payment.reply.PaymentRefunded;

/** What the payment of a booking would do: banks refuse, hesitate and decide late, at random. */
final class PaymentModel {
    enum State {
        NONE,
        PREPARED,
        HESITATING,
        AUTHORIZED,
        CAPTURED,
        GONE
    }

    private final Random random;
    State state = State.NONE;
    long captured;
    long refunded;
    private long amount;
    private boolean captureAtOnce;
    private boolean unwanted;

    PaymentModel(Random random) {
        this.random = random;
    }

    /** The reply to a command; a hesitating bank may leave it open. */
    Optional<Reply> handle(Record command, Instant now) {
        return switch (command) {
            case AuthorizePayment authorize -> prepare(authorize);
            case CapturePayment _ -> capture(now);
            case CancelPayment cancel -> cancel(cancel.onlyIfUnpaid(), now);
            case RefundPayment refund -> refund(refund.amount());
            default -> Optional.empty();
        };
    }

    /** The client tries to pay. */
    Optional<Reply> pay(Instant now) {
        if (state != State.PREPARED) {
            return Optional.empty();
        }
        return switch (random.nextInt(6)) {
            case 0 -> Optional.of(Answers.FAILED);
            case 1 -> {
                state = State.HESITATING;
                yield Optional.of(Answers.UNDECIDED);
            }
            default -> Optional.of(paid(now));
        };
    }

    /** A hesitating bank decides, well after everybody has lost patience if need be. */
    Optional<Reply> decide(Instant now) {
        if (state != State.HESITATING) {
            return Optional.empty();
        }
        if (random.nextInt(4) == 0) {
            state = unwanted ? State.GONE : State.PREPARED;
            return Optional.of(unwanted ? Answers.CANCELLED : Answers.FAILED);
        }
        Reply paid = paid(now);
        return unwanted ? cancel(false, now) : Optional.of(paid);
    }

    private Optional<Reply> prepare(AuthorizePayment command) {
        if (state == State.GONE || (state == State.NONE && random.nextInt(8) == 0)) {
            state = State.GONE;
            return Optional.of(Answers.IMPOSSIBLE);
        }
        amount = command.amount();
        captureAtOnce = command.captureAtOnce();
        state = State.PREPARED;
        return Optional.of(Answers.PREPARED);
    }

    private Reply paid(Instant now) {
        if (captureAtOnce) {
            state = State.CAPTURED;
            captured = amount;
            return new Reply.Captured(new PaymentCaptured("b", "b", amount));
        }
        state = State.AUTHORIZED;
        return new Reply.Authorized(new PaymentAuthorized("b", "b", now.plus(Duration.ofDays(7))));
    }

    private Optional<Reply> capture(Instant now) {
        if (state == State.AUTHORIZED && random.nextInt(8) == 0) {
            return Optional.of(Answers.CAPTURE_REFUSED);
        }
        if (state == State.AUTHORIZED) {
            captureAtOnce = true;
            return Optional.of(paid(now));
        }
        return Optional.of(state == State.CAPTURED ? Answers.CAPTURED : Answers.CAPTURE_REFUSED);
    }

    private Optional<Reply> cancel(boolean onlyIfUnpaid, Instant now) {
        if (state == State.HESITATING) {
            unwanted |= !onlyIfUnpaid;
            return Optional.of(Answers.UNDECIDED);
        }
        if (onlyIfUnpaid && state == State.AUTHORIZED) {
            return Optional.of(new Reply.Authorized(new PaymentAuthorized("b", "b", now.plus(Duration.ofDays(7)))));
        }
        if (onlyIfUnpaid && state == State.CAPTURED && captured > refunded) {
            return Optional.of(new Reply.Captured(new PaymentCaptured("b", "b", captured)));
        }
        state = State.GONE;
        long givenBack = captured - refunded;
        refunded = captured;
        return Optional.of(new Reply.Cancelled(new PaymentCancelled("b", "b", givenBack)));
    }

    private Optional<Reply> refund(long wanted) {
        refunded += wanted;
        return Optional.of(new Reply.Refunded(new PaymentRefunded("b", "b", "b:r1", wanted, refunded)));
    }
}
