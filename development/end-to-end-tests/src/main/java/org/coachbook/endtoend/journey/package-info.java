/** Coaches and clients as the end-to-end tests and the benchmarks play them, through the gateway. */
@NullMarked
package org.coachbook.endtoend.journey;

import org.jspecify.annotations.NullMarked;
