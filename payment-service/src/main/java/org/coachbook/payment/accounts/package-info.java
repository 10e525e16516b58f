/** The coaches' accounts at Stripe. */
@NullMarked
package org.coachbook.payment.accounts;

import org.jspecify.annotations.NullMarked;
