@NullMarked
package org.coachbook.availability.sessiontypes;

import org.jspecify.annotations.NullMarked;
