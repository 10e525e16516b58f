/** Who is connected with whom or invited, and what a viewer may see therefore. */
@NullMarked
package org.coachbook.availability.connections;

import org.jspecify.annotations.NullMarked;
