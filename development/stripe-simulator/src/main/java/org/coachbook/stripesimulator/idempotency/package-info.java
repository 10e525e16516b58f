/** Idempotency keys: one key, one execution, one answer. */
@NullMarked
package org.coachbook.stripesimulator.idempotency;

import org.jspecify.annotations.NullMarked;
