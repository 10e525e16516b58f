/** Access tokens for the other services, against their credentials. */
@NullMarked
package org.coachbook.gateway.servicetokens;

import org.jspecify.annotations.NullMarked;
