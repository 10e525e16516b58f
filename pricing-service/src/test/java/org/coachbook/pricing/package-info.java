/** What the tests of this service share. */
@NullMarked
package org.coachbook.pricing;

import org.jspecify.annotations.NullMarked;
