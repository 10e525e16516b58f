/** What a coach offers: lengths, buffers, caps, booking rules. */
@NullMarked
package org.coachbook.availability.sessiontypes;

import org.jspecify.annotations.NullMarked;
