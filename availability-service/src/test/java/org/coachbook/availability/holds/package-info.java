@NullMarked
package org.coachbook.availability.holds;

import org.jspecify.annotations.NullMarked;
