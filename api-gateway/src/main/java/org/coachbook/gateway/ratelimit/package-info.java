/** How many requests an address or a person may make. */
@NullMarked
package org.coachbook.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
