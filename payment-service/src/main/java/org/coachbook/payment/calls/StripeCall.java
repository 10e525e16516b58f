package org.coachbook.payment.calls;

import org.coachbook.payment.payments.Call;
import org.coachbook.payment.payments.CallKind;
import org.coachbook.payment.payments.CallResult;
import org.coachbook.payment.payments.Payment;

/** One kind of call: how it is made, and how one finds out whether it was made before. */
public interface StripeCall {
    /** Which kind. */
    CallKind kind();

    /** Makes it, under the call's key. */
    CallResult send(Payment payment, Call call);

    /** Looks the object up instead, when sending again would not tell the outcome. */
    CallResult lookUp(Payment payment, Call call);
}
