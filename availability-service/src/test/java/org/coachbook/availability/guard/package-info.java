@NullMarked
package org.coachbook.availability.guard;

import org.jspecify.annotations.NullMarked;
