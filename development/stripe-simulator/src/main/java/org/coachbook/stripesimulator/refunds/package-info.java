/** Refunds, with the shares that come back from transfer and application fee. */
@NullMarked
package org.coachbook.stripesimulator.refunds;

import org.jspecify.annotations.NullMarked;
