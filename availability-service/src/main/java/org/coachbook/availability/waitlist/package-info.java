/** Waiting for a time that is taken: one after the other is offered it, each offer a hold. */
@NullMarked
package org.coachbook.availability.waitlist;

import org.jspecify.annotations.NullMarked;
