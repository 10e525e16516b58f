/** Double-entry book of every movement of money, read from Stripe's objects. */
@NullMarked
package org.coachbook.payment.ledger;

import org.jspecify.annotations.NullMarked;
