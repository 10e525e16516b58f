/** Using what has a limited number of uses, once per booking, and giving it back. */
@NullMarked
package org.coachbook.pricing.redemption;

import org.jspecify.annotations.NullMarked;
