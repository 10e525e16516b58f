/** Part of a sample service. */
@NullMarked
package org.coachbook.testing.sample.wellmade.placement;

import org.jspecify.annotations.NullMarked;
