@NullMarked
package org.coachbook.availability.reservations;

import org.jspecify.annotations.NullMarked;
