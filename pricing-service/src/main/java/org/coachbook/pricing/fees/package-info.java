/** What the platform keeps of a coach's payout. */
@NullMarked
package org.coachbook.pricing.fees;

import org.jspecify.annotations.NullMarked;
