/** Promotion codes: what a coach gives away, and each use of it counted once. */
@NullMarked
package org.coachbook.pricing.promotions;

import org.jspecify.annotations.NullMarked;
