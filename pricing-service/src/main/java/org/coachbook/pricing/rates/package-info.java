/** A coach's rate card: what an hour of which session type costs when. */
@NullMarked
package org.coachbook.pricing.rates;

import org.jspecify.annotations.NullMarked;
