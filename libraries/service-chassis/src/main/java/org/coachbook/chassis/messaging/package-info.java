/** CloudEvents over Kafka: publishing, ordered consuming, dead letters. */
@NullMarked
package org.coachbook.chassis.messaging;

import org.jspecify.annotations.NullMarked;
