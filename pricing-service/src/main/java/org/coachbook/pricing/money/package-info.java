/** Currencies and exact fractions. */
@NullMarked
package org.coachbook.pricing.money;

import org.jspecify.annotations.NullMarked;
