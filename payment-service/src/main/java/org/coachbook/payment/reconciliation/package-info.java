/** Finds what Stripe never told us. */
@NullMarked
package org.coachbook.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
