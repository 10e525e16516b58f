/** Small services, well and badly layered, on which the rules are tried. */
@NullMarked
package org.coachbook.testing.sample;

import org.jspecify.annotations.NullMarked;
