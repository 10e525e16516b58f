/** Webhook endpoints and the signed deliveries to them. */
@NullMarked
package org.coachbook.stripesimulator.webhooks;

import org.jspecify.annotations.NullMarked;
