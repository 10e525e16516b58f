/** Transfers to connected accounts and their reversals. */
@NullMarked
package org.coachbook.stripesimulator.transfers;

import org.jspecify.annotations.NullMarked;
