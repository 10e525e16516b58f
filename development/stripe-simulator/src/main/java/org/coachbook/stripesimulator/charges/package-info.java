/** Charges and the settlement of captured money. */
@NullMarked
package org.coachbook.stripesimulator.charges;

import org.jspecify.annotations.NullMarked;
