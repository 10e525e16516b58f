/** Balance transactions and the balances they add up to. */
@NullMarked
package org.coachbook.stripesimulator.balance;

import org.jspecify.annotations.NullMarked;
