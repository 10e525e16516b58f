/** What sessions would cost under rates that a coach has not saved yet. */
@NullMarked
package org.coachbook.pricing.preview;

import org.jspecify.annotations.NullMarked;
