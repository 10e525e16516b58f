@NullMarked
package org.coachbook.availability.slots;

import org.jspecify.annotations.NullMarked;
