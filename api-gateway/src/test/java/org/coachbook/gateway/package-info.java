/** The gateway as a whole. */
@NullMarked
package org.coachbook.gateway;

import org.jspecify.annotations.NullMarked;
