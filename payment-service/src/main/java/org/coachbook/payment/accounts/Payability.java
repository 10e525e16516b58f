package org.coachbook.payment.accounts;

/** Whether a coach can be paid. */
public sealed interface Payability {
    /** Charges can be made on behalf of this account. */
    record Payable(String accountId) implements Payability {}

    /** There is no account, or Stripe does not let it take charges yet. */
    record NotPayable() implements Payability {}

    /** Stripe could not be asked. */
    record NotKnown() implements Payability {}
}
