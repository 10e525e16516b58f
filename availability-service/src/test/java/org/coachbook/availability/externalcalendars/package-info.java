@NullMarked
package org.coachbook.availability.externalcalendars;

import org.jspecify.annotations.NullMarked;
