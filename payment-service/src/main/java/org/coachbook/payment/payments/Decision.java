package org.coachbook.payment.payments;

import java.util.List;

/**
 * What follows from an input.
 *
 * @param after the payment as it shall be written; the same object when nothing changes
 */
public record Decision(Payment after, List<Outgoing> messages) {}
