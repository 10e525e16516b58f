/** Faults that tests order: slow, failing and lost answers, and webhooks gone astray. */
@NullMarked
package org.coachbook.stripesimulator.faults;

import org.jspecify.annotations.NullMarked;
