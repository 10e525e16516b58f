/** What tests need that is real: MongoDB, a Kafka broker, signed tokens, a clock that can be moved. */
@NullMarked
package org.coachbook.testing;

import org.jspecify.annotations.NullMarked;
