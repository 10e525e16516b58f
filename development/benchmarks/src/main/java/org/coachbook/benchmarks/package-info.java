/** Measures the system: ratios in one run on one machine, and says plainly what is bad. */
@NullMarked
package org.coachbook.benchmarks;

import org.jspecify.annotations.NullMarked;
