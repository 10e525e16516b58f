/** Payouts from a balance to a bank account. */
@NullMarked
package org.coachbook.stripesimulator.payouts;

import org.jspecify.annotations.NullMarked;
