/** Checking what people send, field by field. */
@NullMarked
package org.coachbook.availability.input;

import org.jspecify.annotations.NullMarked;
