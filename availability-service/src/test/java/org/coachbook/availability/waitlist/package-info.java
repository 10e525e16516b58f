@NullMarked
package org.coachbook.availability.waitlist;

import org.jspecify.annotations.NullMarked;
