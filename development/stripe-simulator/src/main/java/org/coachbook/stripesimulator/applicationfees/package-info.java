/** Application fees and their refunds. */
@NullMarked
package org.coachbook.stripesimulator.applicationfees;

import org.jspecify.annotations.NullMarked;
