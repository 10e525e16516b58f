package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/**
 * A command that has no reply yet.
 *
 * @param refundId which refund, for {@link Asked#REFUND}
 */
public record Question(
        String commandId, Asked asked, @Nullable String refundId) {}
