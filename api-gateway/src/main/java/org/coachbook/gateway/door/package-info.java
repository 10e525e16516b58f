/** The first handler of every request: safe paths, security headers, limits, routing. */
@NullMarked
package org.coachbook.gateway.door;

import org.jspecify.annotations.NullMarked;
