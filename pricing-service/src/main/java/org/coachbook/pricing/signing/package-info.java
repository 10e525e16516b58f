/** The keys that sign quotes. */
@NullMarked
package org.coachbook.pricing.signing;

import org.jspecify.annotations.NullMarked;
