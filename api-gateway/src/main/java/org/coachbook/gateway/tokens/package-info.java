/** Signing keys, their rotation, and the access tokens made with them. */
@NullMarked
package org.coachbook.gateway.tokens;

import org.jspecify.annotations.NullMarked;
