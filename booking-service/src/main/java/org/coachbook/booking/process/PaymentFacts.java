package org.coachbook.booking.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the replies have told about the money; amounts in minor units of the quote's currency.
 *
 * @param captureBefore when the authorisation lapses, as Stripe says
 * @param captured taken in all
 * @param refunded given back in all
 * @param declineCode why the last attempt failed
 */
public record PaymentFacts(
        PaymentStatus status,
        @Nullable Instant captureBefore,
        long captured,
        long refunded,
        @Nullable String declineCode) {

    /** Before anything is known: a free booking has nothing to pay. */
    public static PaymentFacts atFirst(long total) {
        return new PaymentFacts(total == 0 ? PaymentStatus.COMPLETED : PaymentStatus.PENDING, null, 0, 0, null);
    }

    /** Whether the money is there: authorised, or taken and not given back. */
    public boolean funded() {
        return status == PaymentStatus.AUTHORIZED || captured > refunded;
    }

    /** What could still be given back. */
    public long refundable() {
        return captured - refunded;
    }

    /** These facts and one more; a late answer never takes back a later one. */
    PaymentFacts learn(Reply reply) {
        return switch (reply) {
            case Reply.Prepared _ -> status == PaymentStatus.PENDING ? as(PaymentStatus.PAYMENT_REQUIRED) : this;
            case Reply.Authorized r -> settled() ? this : authorized(r.payment().captureBefore());
            case Reply.Captured r -> captured > 0 ? this : captured(r.payment().amount());
            case Reply.Failed r ->
                funded() || settled() ? this : failed(r.payment().declineCode());
            case Reply.Undecided _ -> funded() || settled() ? this : as(PaymentStatus.PAYMENT_PROCESSING);
            case Reply.Cancelled r -> cancelled(r.payment().refunded());
            case Reply.Refunded r -> refunded(r.payment().refundedInAll());
            case Reply.RefundRefused r -> refundFailed(r.payment().refundedInAll());
            default -> this;
        };
    }

    private boolean settled() {
        return captured > 0 || status == PaymentStatus.CANCELLED;
    }

    private PaymentFacts as(PaymentStatus next) {
        return new PaymentFacts(next, captureBefore, captured, refunded, declineCode);
    }

    private PaymentFacts authorized(Instant lapses) {
        return new PaymentFacts(PaymentStatus.AUTHORIZED, lapses, captured, refunded, null);
    }

    private PaymentFacts captured(long amount) {
        return new PaymentFacts(PaymentStatus.COMPLETED, null, amount, refunded, null);
    }

    private PaymentFacts failed(@Nullable String code) {
        return new PaymentFacts(PaymentStatus.FAILED, captureBefore, captured, refunded, code);
    }

    private PaymentFacts cancelled(long givenBack) {
        long inAll = Math.max(refunded, givenBack);
        PaymentStatus next = inAll > 0 ? PaymentStatus.REFUNDED : PaymentStatus.CANCELLED;
        return new PaymentFacts(next, null, Math.max(captured, inAll), inAll, declineCode);
    }

    /** What did not arrive did not go back, whatever was said of it before. */
    private PaymentFacts refundFailed(@Nullable Long goneBackInAll) {
        long inAll = goneBackInAll == null ? refunded : goneBackInAll;
        return new PaymentFacts(PaymentStatus.REFUND_FAILED, captureBefore, captured, inAll, declineCode);
    }

    private PaymentFacts refunded(long givenBackInAll) {
        long inAll = Math.max(refunded, givenBackInAll);
        PaymentStatus next = inAll >= captured ? PaymentStatus.REFUNDED : PaymentStatus.PARTIAL_REFUND;
        return new PaymentFacts(next, null, Math.max(captured, inAll), inAll, declineCode);
    }
}
