/** Who calls: access tokens, the caller of a request, and a service's own token. */
@NullMarked
package org.coachbook.chassis.identity;

import org.jspecify.annotations.NullMarked;
