/** Packages of prepaid sessions: what coaches offer, what clients bought, and the credits that are left. */
@NullMarked
package org.coachbook.pricing.packages;

import org.jspecify.annotations.NullMarked;
