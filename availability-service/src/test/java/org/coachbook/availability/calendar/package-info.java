@NullMarked
package org.coachbook.availability.calendar;

import org.jspecify.annotations.NullMarked;
