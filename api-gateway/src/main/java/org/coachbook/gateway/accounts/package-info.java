/** People: who they are, what they may see of each other, and what other services are told of them. */
@NullMarked
package org.coachbook.gateway.accounts;

import org.jspecify.annotations.NullMarked;
