/** What a payment is, what can happen to it, and what follows; the process is pure, the edges are thin. */
@NullMarked
package org.coachbook.payment.payments;

import org.jspecify.annotations.NullMarked;
