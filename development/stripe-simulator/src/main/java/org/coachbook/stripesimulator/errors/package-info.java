/** Every error the simulator answers with, in Stripe's own words and codes. */
@NullMarked
package org.coachbook.stripesimulator.errors;

import org.jspecify.annotations.NullMarked;
