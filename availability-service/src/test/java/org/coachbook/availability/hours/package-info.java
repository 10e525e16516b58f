@NullMarked
package org.coachbook.availability.hours;

import org.jspecify.annotations.NullMarked;
