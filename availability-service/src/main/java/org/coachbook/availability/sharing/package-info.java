/** Reads that many share. */
@NullMarked
package org.coachbook.availability.sharing;

import org.jspecify.annotations.NullMarked;
