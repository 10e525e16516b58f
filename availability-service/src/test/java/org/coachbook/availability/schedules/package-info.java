@NullMarked
package org.coachbook.availability.schedules;

import org.jspecify.annotations.NullMarked;
