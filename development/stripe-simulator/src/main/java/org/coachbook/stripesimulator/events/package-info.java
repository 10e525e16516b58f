/** Stripe's events: recorded with each change, listed, and handed to the webhooks. */
@NullMarked
package org.coachbook.stripesimulator.events;

import org.jspecify.annotations.NullMarked;
