@NullMarked
package org.coachbook.availability.input;

import org.jspecify.annotations.NullMarked;
