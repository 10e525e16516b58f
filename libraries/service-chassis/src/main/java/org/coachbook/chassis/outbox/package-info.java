/** Messages stored with the state change that causes them, and their way to Kafka. */
@NullMarked
package org.coachbook.chassis.outbox;

import org.jspecify.annotations.NullMarked;
