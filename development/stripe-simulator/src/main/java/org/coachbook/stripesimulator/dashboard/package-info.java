/** The simulator's own page and state, outside Stripe's API. */
@NullMarked
package org.coachbook.stripesimulator.dashboard;

import org.jspecify.annotations.NullMarked;
