/** The price of a session, computed exactly. */
@NullMarked
package org.coachbook.pricing.calculation;

import org.jspecify.annotations.NullMarked;
