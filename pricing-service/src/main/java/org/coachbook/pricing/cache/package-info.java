/** Copies in memory that are short-lived. */
@NullMarked
package org.coachbook.pricing.cache;

import org.jspecify.annotations.NullMarked;
