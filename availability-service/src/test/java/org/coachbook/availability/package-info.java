/** Fixtures of the tests. */
@NullMarked
package org.coachbook.availability;

import org.jspecify.annotations.NullMarked;
